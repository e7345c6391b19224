using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>Debian's Jinja2, in one Python process that answers many cases.</summary>
internal sealed class Jinja2Process : IDisposable
{
    // Another Python compares with the Jinja2 that it has; what this one knows and Debian's does not is found so.
    private static readonly string Python =
        Environment.GetEnvironmentVariable("HOMEOPS_JINJA2_PYTHON") ?? "/usr/bin/python3";

    private readonly Process process;

    private Jinja2Process(Process process) => this.process = process;

    /// <summary>Starts it.</summary>
    /// <returns>Null where python3-jinja2 is not installed.</returns>
    public static Jinja2Process? Start()
    {
        if (!File.Exists(Python) || !HasJinja2())
        {
            return null;
        }

        var process = Run("-Wignore", Script());
        process.StandardInput.WriteLine(JsonSerializer.Serialize(PeerVariables.Python));
        return new Jinja2Process(process);
    }

    /// <summary>What Jinja2 makes of the cases.</summary>
    public async Task<PeerOutcome[]> RenderAsync(IReadOnlyList<PeerCase> cases)
    {
        await process.StandardInput.WriteLineAsync(
            JsonSerializer.Serialize(cases.Select(static c => new { files = c.Files, options = c.Options }))
        );
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync();
        return JsonSerializer.Deserialize<PeerOutcome[]>(line ?? throw new InvalidOperationException("Python ended"))
            ?? [];
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static bool HasJinja2()
    {
        using var process = Run("-c", "import jinja2");
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string Script([CallerFilePath] string caller = "") =>
        Path.Join(Path.GetDirectoryName(caller), "jinja2_peer.py");

    private static Process Run(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(Python, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Environment = { ["PYTHONHASHSEED"] = "0", ["PYTHONDONTWRITEBYTECODE"] = "1" },
            }
        ) ?? throw new InvalidOperationException("Python did not start");
}
