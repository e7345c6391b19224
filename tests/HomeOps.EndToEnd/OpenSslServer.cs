using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HomeOps.EndToEnd;

/// <summary><c>openssl s_server</c> on a free port of this machine: TLS 1.3, client certificates required. It answers what it reads.</summary>
internal sealed class OpenSslServer : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly ManualResetEventSlim listens = new();

    private OpenSslServer(Process process, int port)
    {
        (this.process, Port) = (process, port);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Assert.True(listens.Wait(Limit), "openssl s_server does not listen: " + log);
    }

    public int Port { get; }

    /// <summary>Starts it with NAME.crt and NAME.key, trusting AUTHORITY.crt.</summary>
    public static OpenSslServer Start(string folder, string name, string authority)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("openssl")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] args =
        [
            .. (string[])["s_server", "-accept", $"127.0.0.1:{port}", "-tls1_3", "-rev"],
            .. (string[])["-cert", $"{name}.crt", "-key", $"{name}.key"],
            .. (string[])["-CAfile", $"{authority}.crt", "-Verify", "2", "-verify_return_error"],
        ];
        Array.ForEach(args, start.ArgumentList.Add);
        var process = Process.Start(start) ?? throw new InvalidOperationException("openssl did not start");
        return new OpenSslServer(process, port);
    }

    /// <summary>Ends the server; all it said.</summary>
    public string Log()
    {
        process.Kill();
        process.WaitForExit();
        lock (log)
        {
            return log.ToString();
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        listens.Dispose();
    }

    private void Note(string? line)
    {
        lock (log)
        {
            log.Append(line).Append('\n');
        }

        if (line == "ACCEPT")
        {
            listens.Set();
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
