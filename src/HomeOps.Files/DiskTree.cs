namespace HomeOps.Files;

/// <summary>
/// A folder on disk. Nothing outside it can be read through it: neither by <c>..</c> nor through a symbolic link that
/// leads out.
/// </summary>
public sealed class DiskTree : FileTree
{
    private readonly string shownRoot;

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="shownRoot">How the folder is called in messages; empty when paths are shown without it.</param>
    public DiskTree(string folder, string shownRoot = "")
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            throw new ArgumentException("The folder of a DiskTree is an absolute path.", nameof(folder));
        }

        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        this.shownRoot = shownRoot;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Folder { get; }

    /// <inheritdoc />
    public override string Root => shownRoot;

    /// <summary>The absolute path of an entry.</summary>
    /// <exception cref="PathEscapeException">It would be outside the folder.</exception>
    public string Absolute(string path)
    {
        var normal = TreePath.Normalize(path) ?? throw new PathEscapeException(path, Folder);
        return normal.Length == 0 ? Folder : Path.Join(Folder, normal);
    }

    /// <inheritdoc />
    public override FileEntry? Find(string path)
    {
        var full = Absolute(path);
        FileSystemInfo info = new FileInfo(full);
        if (Directory.Exists(full))
        {
            info = new DirectoryInfo(full);
        }
        else if (!info.Exists && info.LinkTarget is null)
        {
            return null;
        }

        return Entry(info, TreePath.Normalize(path) ?? path);
    }

    /// <inheritdoc />
    public override IReadOnlyList<FileEntry> List(string folder)
    {
        var full = Confined(folder);
        var directory = new DirectoryInfo(full);
        if (!directory.Exists)
        {
            return [];
        }

        var prefix = TreePath.Normalize(folder) ?? folder;
        return
        [
            .. directory
                .EnumerateFileSystemInfos()
                .OrderBy(static i => i.Name, StringComparer.Ordinal)
                .Select(i => Entry(i, TreePath.Join(prefix, i.Name))),
        ];
    }

    /// <inheritdoc />
    public override byte[] Read(string path) => File.ReadAllBytes(Confined(path));

    private static FileEntry Entry(FileSystemInfo info, string path)
    {
        var isLink = info.LinkTarget is not null;
        var target = isLink ? info.ResolveLinkTarget(returnFinalTarget: true) : info;
        var kind = target switch
        {
            { Exists: false } or null => EntryKind.Other,
            _ when target.Attributes.HasFlag(FileAttributes.Directory) => EntryKind.Folder,
            _ when target.Attributes.HasFlag(FileAttributes.Device) => EntryKind.Other,
            _ => EntryKind.File,
        };
        return kind == EntryKind.Other
            ? new FileEntry(path, kind, isLink, UnixFileMode.None, DateTimeOffset.UnixEpoch)
            : new FileEntry(path, kind, isLink, target!.UnixFileMode, target.LastWriteTimeUtc);
    }

    // Follows every link on the way and refuses what ends up outside; the last part may be absent.
    private string Confined(string path)
    {
        var full = Absolute(path);
        if (full.Length == Folder.Length)
        {
            return full;
        }

        var current = Folder;
        foreach (var part in full[(Folder.Length + 1)..].Split('/'))
        {
            current = Path.Join(current, part);
            var info = new FileInfo(current);
            if (info.LinkTarget is null)
            {
                continue;
            }

            var target = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? current;
            if (
                !string.Equals(target, Folder, StringComparison.Ordinal)
                && !target.StartsWith(Folder + "/", StringComparison.Ordinal)
            )
            {
                throw new PathEscapeException(path, Folder);
            }
        }

        return full;
    }
}
