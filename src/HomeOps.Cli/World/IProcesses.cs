namespace HomeOps.Cli;

/// <summary>Starts other programs: git, and what the user asked for.</summary>
internal interface IProcesses
{
    /// <summary>Whether a program of this name is on PATH.</summary>
    bool Exists(string program);

    /// <summary>Runs a shell command line (<c>/bin/sh -c</c>) in a folder, its output going to the terminal; returns its exit code.</summary>
    int RunShell(string commandLine, string folder);

    /// <summary>
    /// Runs a program on the terminal to its end and returns its exit code. Meanwhile an interrupt from the keyboard is the program's alone, and a
    /// request to end is handed on to it, so that the caller always comes to clean up after it.
    /// </summary>
    /// <exception cref="IOException">It cannot be started.</exception>
    int Run(ProgramCall call);

    /// <summary>Runs a program and gathers what it prints; its errors go to the terminal unless the call asks for them.</summary>
    /// <exception cref="IOException">It cannot be started, or took longer than it may.</exception>
    ProgramOutput Capture(ProgramCall call);

    /// <summary>Has something done before homeops itself is ended by a signal, until the result is disposed of.</summary>
    IDisposable OnEnd(Action cleanUp);
}
