using System.Diagnostics;

namespace HomeOps.Cli;

#pragma warning disable RS0030 // The one place that starts processes.

/// <summary>Starts real processes.</summary>
internal sealed class RealProcesses(IReadOnlyDictionary<string, string> environment) : IProcesses
{
    public bool Exists(string program) =>
        environment
            .GetValueOrDefault("PATH", "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Join(folder, program)));

    public int RunShell(string commandLine, string folder)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(commandLine);
        using var process = Process.Start(start) ?? throw new IOException("/bin/sh could not be started.");
        process.WaitForExit();
        return process.ExitCode;
    }
}
