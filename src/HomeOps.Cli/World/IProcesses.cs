namespace HomeOps.Cli;

/// <summary>Starts other programs: git, and what the user asked for.</summary>
internal interface IProcesses
{
    /// <summary>Whether a program of this name is on PATH.</summary>
    bool Exists(string program);

    /// <summary>Runs a shell command line (<c>/bin/sh -c</c>) in a folder, its output going to the terminal; returns its exit code.</summary>
    int RunShell(string commandLine, string folder);
}
