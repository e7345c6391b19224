using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

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
        using var process = Start(new ProgramCall(["/bin/sh", "-c", commandLine], folder), captures: false);
        process.WaitForExit();
        return process.ExitCode;
    }

    public int Run(ProgramCall call)
    {
        using var process = Start(call, captures: false);
        var id = process.Id;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static s => s.Cancel = true);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, static s => s.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, s => HandOn(s, id));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, s => HandOn(s, id));
        process.WaitForExit();
        return process.ExitCode;
    }

    public ProgramOutput Capture(ProgramCall call)
    {
        using var process = Start(call, captures: true);
        GiveInput(process, call.Input);
        var errors = call.GathersErrors ? process.StandardError.ReadToEndAsync() : Task.FromResult("");
        using var limit = new CancellationTokenSource();
        if (call.Limit is { } time)
        {
            limit.CancelAfter(time);
        }

        // Its own children may hold the pipes open, so they are ended with it.
        using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return limit.IsCancellationRequested
            ? throw new IOException($"{call.Command[0]} did not end within {call.Limit?.TotalSeconds} seconds.")
            : new ProgramOutput(process.ExitCode, output.ToArray()) { Error = errors.GetAwaiter().GetResult() };
    }

    public IDisposable OnEnd(Action cleanUp) => new EndWatch(cleanUp);

    private static void GiveInput(Process process, byte[] input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code tells.
            return;
        }
    }

    private static void HandOn(PosixSignalContext signal, int processId)
    {
        signal.Cancel = true;
        Libc.Terminate(processId);
    }

    private static Process Start(ProgramCall call, bool captures)
    {
        var start = new ProcessStartInfo(call.Command[0])
        {
            WorkingDirectory = call.Folder,
            UseShellExecute = false,
            RedirectStandardInput = captures,
            RedirectStandardOutput = captures,
            RedirectStandardError = captures && call.GathersErrors,
        };
        foreach (var argument in call.Command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        if (call.IsPristine)
        {
            start.Environment.Clear();
        }

        foreach (var (name, value) in call.Variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new IOException($"{call.Command[0]} could not be started.");
        }
        catch (Win32Exception failure)
        {
            throw new IOException($"{call.Command[0]} could not be started.", failure);
        }
    }

    private sealed class EndWatch : IDisposable
    {
        private static readonly PosixSignal[] Signals =
        [
            PosixSignal.SIGINT,
            PosixSignal.SIGQUIT,
            PosixSignal.SIGTERM,
            PosixSignal.SIGHUP,
        ];

        private readonly PosixSignalRegistration[] registrations;

        public EndWatch(Action cleanUp) =>
            registrations = Array.ConvertAll(Signals, s => PosixSignalRegistration.Create(s, _ => cleanUp()));

        public void Dispose() => Array.ForEach(registrations, static r => r.Dispose());
    }
}
