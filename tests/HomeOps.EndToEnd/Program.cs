using System.Diagnostics;
using System.Text;

namespace HomeOps.EndToEnd;

/// <summary>Runs a program to its end; nothing may take longer than two minutes.</summary>
internal static class Program
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Outcome Run(
        string program,
        string folder,
        IReadOnlyList<string> args,
        byte[]? input = null,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        // Keys of whoever runs the tests must not open what the tests encrypt.
        start.Environment["HOME"] = folder;
        start.Environment.Remove("XDG_CONFIG_HOME");
        start.Environment.Remove("XDG_CACHE_HOME");
        foreach (
            var name in start
                .Environment.Keys.Where(static k => k.StartsWith("SOPS_", StringComparison.Ordinal))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var output = Task.Run(() => ReadAll(process.StandardOutput.BaseStream));
        var error = Task.Run(() => ReadAll(process.StandardError.BaseStream));
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading its input; its exit code tells.
        }

        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', args)} did not end within {Limit}");
        }

        return new Outcome(process.ExitCode, output.Result, Encoding.UTF8.GetString(error.Result));
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
