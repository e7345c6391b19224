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

    /// <summary>What it reads on standard input when its output is gathered: a few kilobytes at most, which a pipe takes at once.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>How long it may take to its end; null for as long as it likes.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Whether what it says on the error stream is gathered too, not shown.</summary>
    public bool GathersErrors { get; init; }
}

/// <summary>How a program ended and what it printed.</summary>
internal sealed record ProgramOutput(int ExitCode, byte[] Output)
{
    /// <summary>What it said on the error stream, if that was gathered.</summary>
    public string Error { get; init; } = "";
}
