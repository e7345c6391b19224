namespace HomeOps.Files;

/// <summary>The steps behind a plan; all paths are free of links and relative to the target folder.</summary>
/// <param name="Writes">Files that come or change, the manifest last.</param>
/// <param name="Deletes">Files that go.</param>
/// <param name="Folders">Folders that go if they are empty then, deepest first.</param>
internal sealed record WriteSteps(
    IReadOnlyList<WriteStep> Writes,
    IReadOnlyList<JournalDelete> Deletes,
    IReadOnlyList<string> Folders
)
{
    public bool IsEmpty => Writes.Count == 0 && Deletes.Count == 0;
}

/// <summary>A file to write.</summary>
/// <param name="Path">Where.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mode">Its permission bits.</param>
/// <param name="Before">SHA-256 of what it replaces; null for nothing.</param>
internal sealed record WriteStep(string Path, byte[] Content, UnixFileMode Mode, string? Before);
