using System.Collections.Concurrent;

namespace HomeOps.Files;

/// <summary>
/// A folder on disk. Nothing outside it can be read through it: neither by <c>..</c> nor through a symbolic link that
/// leads out. The folder may itself be reached through links. Where a folder below it really is is found out once, so a tree is meant for
/// one run, not for watching a folder.
/// </summary>
public sealed class DiskTree : FileTree
{
    private readonly string realFolder;

    // Path of a folder -> its real path below the real root; null for one that is outside.
    private readonly ConcurrentDictionary<string, string?> realFolders = new(StringComparer.Ordinal);

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
        realFolder = RealPath.Of(Folder) ?? Folder;
        Root = shownRoot;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Folder { get; }

    /// <inheritdoc />
    public override string Root { get; }

    /// <summary>The absolute path of an entry.</summary>
    /// <exception cref="PathEscapeException">It would be outside the folder.</exception>
    public string Absolute(string path)
    {
        var normal = Normal(path);
        return normal.Length == 0 ? Folder : Path.Join(Folder, normal);
    }

    /// <inheritdoc />
    /// <remarks>
    /// A link that is broken or leads out of the folder is <see cref="EntryKind.Other"/>, and so are pipes, sockets and devices (on Linux).
    /// </remarks>
    public override FileEntry? Find(string path)
    {
        var normal = Normal(path);
        if (normal.Length == 0)
        {
            return Directory.Exists(realFolder) ? Entry(new DirectoryInfo(realFolder), normal) : null;
        }

        var info = new FileInfo(Path.Join(RealFolderOf(normal), TreePath.Name(normal)));
        return info.LinkTarget is null && (int)info.Attributes == -1 ? null : Entry(info, normal);
    }

    /// <inheritdoc />
    public override IReadOnlyList<FileEntry> List(string folder)
    {
        var normal = Normal(folder);
        var directory = new DirectoryInfo(Real(normal));
        if (!directory.Exists)
        {
            return [];
        }

        try
        {
            var found = directory.GetFileSystemInfos();
            Array.Sort(found, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return Array.ConvertAll(found, i => Entry(i, TreePath.Join(normal, i.Name)));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"'{folder}' cannot be listed: permission denied", denied);
        }
    }

    /// <inheritdoc />
    public override byte[] Read(string path)
    {
        try
        {
            return DiskFile.Read(Real(Normal(path)));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"'{path}' cannot be read: permission denied", denied);
        }
    }

    private static FileEntry Other(string path, bool isLink) =>
        new(path, EntryKind.Other, isLink, UnixFileMode.None, DateTimeOffset.UnixEpoch);

    private FileEntry Entry(FileSystemInfo info, string path)
    {
        var isLink = info.LinkTarget is not null;
        if (isLink)
        {
            if (RealPath.Below(realFolder, path) is not { } real)
            {
                return Other(path, isLink);
            }

            info = new FileInfo(Path.Join(realFolder, real));
        }

        if ((int)info.Attributes == -1)
        {
            return Other(path, isLink);
        }

        var isFolder = info.Attributes.HasFlag(FileAttributes.Directory);
        var length = info is FileInfo { Exists: true } file ? file.Length : 0;
        return !isFolder && length == 0 && SystemCalls.IsSpecial(info.FullName)
            ? Other(path, isLink)
            : new FileEntry(
                path,
                isFolder ? EntryKind.Folder : EntryKind.File,
                isLink,
                info.UnixFileMode,
                info.LastWriteTimeUtc
            )
            {
                Length = length,
            };
    }

    private string Normal(string path) => TreePath.Normalize(path) ?? throw new PathEscapeException(path, Folder);

    private string Real(string path)
    {
        if (path.Length == 0)
        {
            return realFolder;
        }

        var direct = Path.Join(RealFolderOf(path), TreePath.Name(path));
        return new FileInfo(direct).LinkTarget is null ? direct : Below(path, RealPath.Below(realFolder, path));
    }

    private string RealFolderOf(string path) =>
        Below(path, realFolders.GetOrAdd(TreePath.Folder(path), FollowedFolder));

    // Each part of a path is looked at once for the whole tree: what stands below a folder that is no link is where its parent is.
    private string? FollowedFolder(string folder)
    {
        if (folder.Length == 0)
        {
            return folder;
        }

        var parent = realFolders.GetOrAdd(TreePath.Folder(folder), FollowedFolder);
        if (parent is null)
        {
            return null;
        }

        var direct = TreePath.Join(parent, TreePath.Name(folder));
        return new FileInfo(Path.Join(realFolder, direct)).LinkTarget is null
            ? direct
            : RealPath.Below(realFolder, folder);
    }

    private string Below(string path, string? real) =>
        real is null ? throw new PathEscapeException(path, Folder) : Path.Join(realFolder, real);
}
