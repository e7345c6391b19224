namespace HomeOps.Files;

/// <summary>
/// A tree of files to read: on disk, in memory, later in a git revision or an archive. Paths are relative to its root,
/// parts joined by <c>/</c>; a path that would leave the root is refused with <see cref="PathEscapeException"/>.
/// </summary>
public abstract class FileTree
{
    /// <summary>How the root is called in messages; a path below it is shown as <c>Root/path</c>, or alone when empty.</summary>
    public abstract string Root { get; }

    /// <summary>The entry at a path, or null when there is none. The root itself is the empty path.</summary>
    public abstract FileEntry? Find(string path);

    /// <summary>The entries of a folder, ordered by name (ordinal); empty when there is no such folder.</summary>
    public abstract IReadOnlyList<FileEntry> List(string folder);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public abstract byte[] Read(string path);

    /// <summary>The bytes of a file, or null when there is no file at the path.</summary>
    public byte[]? TryRead(string path) => Find(path) is { Kind: EntryKind.File } ? Read(path) : null;

    /// <summary>Every file below a folder, depth first, ordered by path parts; links to folders are not followed.</summary>
    public IEnumerable<FileEntry> Files(string folder = "")
    {
        foreach (var entry in List(folder))
        {
            if (entry.Kind == EntryKind.File)
            {
                yield return entry;
            }
            else if (entry.Kind == EntryKind.Folder && !entry.IsLink)
            {
                foreach (var inner in Files(entry.Path))
                {
                    yield return inner;
                }
            }
        }
    }
}
