namespace HomeOps.Cli;

/// <summary>A program to run.</summary>
/// <param name="Command">Its name or path, and its arguments.</param>
/// <param name="Folder">Its working folder.</param>
internal sealed record ProgramCall(IReadOnlyList<string> Command, string Folder)
{
    /// <summary>Environment variables to add.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>Whether it gets <see cref="Variables"/> only, and nothing of homeops's own environment.</summary>
    public bool IsPristine { get; init; }
}

/// <summary>How a program ended and what it printed.</summary>
internal sealed record ProgramOutput(int ExitCode, byte[] Output);
