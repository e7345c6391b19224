namespace HomeOps.Files;

/// <summary>
/// A tree of files in memory: what a rendering produced, or what a test needs. Folders exist through the files in them.
/// </summary>
public sealed class MemoryTree : FileTree
{
    private readonly SortedDictionary<string, MemoryFile> files = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override string Root => string.Empty;

    /// <summary>All files, ordered by path (ordinal).</summary>
    public IReadOnlyCollection<MemoryFile> All => files.Values;

    /// <summary>Adds a file or replaces the one at its path.</summary>
    public void Add(MemoryFile file) => files[Checked(file.Path)] = file with { Path = Checked(file.Path) };

    /// <summary>Adds a text file as UTF-8 without byte order mark.</summary>
    public void Add(string path, string text) => Add(new MemoryFile(path, System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>The file at a path, or null.</summary>
    public MemoryFile? Get(string path) => files.GetValueOrDefault(path);

    /// <summary>Removes a file; returns whether there was one.</summary>
    public bool Remove(string path) => files.Remove(path);

    /// <inheritdoc />
    public override FileEntry? Find(string path)
    {
        path = Checked(path);
        if (files.TryGetValue(path, out var file))
        {
            return new FileEntry(path, EntryKind.File, IsLink: false, file.Mode, DateTimeOffset.UnixEpoch);
        }

        return path.Length == 0 || files.Keys.Any(k => Below(k, path)) ? FolderAt(path) : null;
    }

    /// <inheritdoc />
    public override IReadOnlyList<FileEntry> List(string folder)
    {
        folder = Checked(folder);
        var start = folder.Length == 0 ? 0 : folder.Length + 1;
        var found = new SortedDictionary<string, FileEntry>(StringComparer.Ordinal);
        foreach (var file in files.Values)
        {
            if (folder.Length != 0 && !Below(file.Path, folder))
            {
                continue;
            }

            var slash = file.Path.IndexOf('/', start);
            var path = slash < 0 ? file.Path : file.Path[..slash];
            found[path[start..]] =
                slash < 0
                    ? new FileEntry(path, EntryKind.File, IsLink: false, file.Mode, DateTimeOffset.UnixEpoch)
                    : FolderAt(path);
        }

        return [.. found.Values];
    }

    /// <inheritdoc />
    public override byte[] Read(string path) =>
        files.TryGetValue(Checked(path), out var file)
            ? file.Content
            : throw new FileNotFoundException($"There is no file '{path}'.", path);

    private static FileEntry FolderAt(string path) =>
        new(
            path,
            EntryKind.Folder,
            IsLink: false,
            MemoryFile.DefaultMode | UnixFileMode.UserExecute,
            DateTimeOffset.UnixEpoch
        );

    private static bool Below(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    private string Checked(string path) => TreePath.Normalize(path) ?? throw new PathEscapeException(path, Root);
}
