using System.Diagnostics;

namespace HomeOps.Testing;

/// <summary>Other people's implementations, installed by .ci/run: npm packages in the folder that HOMEOPS_PEERS names, and programs of Debian.</summary>
public static class PeerProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The folder of the npm packages; null on machines where .ci/run did not install the peers.</summary>
    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable("HOMEOPS_PEERS") is { Length: > 0 } named ? named : null;

    /// <summary>Runs a JavaScript module with the npm packages in reach; arguments follow in process.argv from index 2.</summary>
    /// <exception cref="InvalidOperationException">It failed, with what it said.</exception>
    public static void Node(string folder, string module, params string[] arguments)
    {
        var script = Path.Join(Folder, $"peer-{Guid.NewGuid():n}.mjs");
        File.WriteAllText(script, module);
        try
        {
            Run("node", folder, [script, .. arguments]);
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>Runs a shell script that stops at the first failure.</summary>
    /// <exception cref="InvalidOperationException">It failed, with what it said.</exception>
    public static void Shell(string folder, string script) => Run("bash", folder, ["-euc", script]);

    private static void Run(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end within {Limit}");
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
        }
    }
}
