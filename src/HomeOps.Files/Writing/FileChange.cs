namespace HomeOps.Files;

/// <summary>What a run does to one file.</summary>
/// <param name="Path">Path below the target folder.</param>
/// <param name="Kind">What is done.</param>
public sealed record FileChange(string Path, FileChangeKind Kind)
{
    /// <summary>
    /// Of a file in conflict, the SHA-256 (lower-case hex) of what an earlier run generated there; null when none did, and for every
    /// other kind.
    /// </summary>
    public string? Generated { get; init; }
}

/// <summary>What a run does to a file.</summary>
public enum FileChangeKind
{
    /// <summary>It is made.</summary>
    Created,

    /// <summary>Its content or its run bit changes.</summary>
    Changed,

    /// <summary>It is not touched, since it is as wanted.</summary>
    Unchanged,

    /// <summary>An earlier run made it, this one does not: it goes.</summary>
    Removed,

    /// <summary>It was edited by hand and is not touched.</summary>
    Kept,

    /// <summary>It was edited by hand and would change: nothing is written.</summary>
    Conflict,
}
