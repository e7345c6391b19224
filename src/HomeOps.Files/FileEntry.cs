namespace HomeOps.Files;

/// <summary>One entry of a <see cref="FileTree"/>.</summary>
/// <param name="Path">Path below the root of the tree, parts joined by <c>/</c>, without leading or trailing slash.</param>
/// <param name="Kind">What the path leads to once links are followed.</param>
/// <param name="IsLink">Whether the entry itself is a symbolic link.</param>
/// <param name="Mode">Permission bits.</param>
/// <param name="Modified">Time of the last change.</param>
public sealed record FileEntry(string Path, EntryKind Kind, bool IsLink, UnixFileMode Mode, DateTimeOffset Modified)
{
    /// <summary>Number of bytes of a file; 0 for everything else, and where the tree does not know it without reading.</summary>
    public long Length { get; init; }

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
