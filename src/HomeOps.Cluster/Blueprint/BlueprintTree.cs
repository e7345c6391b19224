using System.Text;
using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>
/// The template tree that a cluster without templates of its own is rendered from: the repository's blueprint/ folder, which
/// the program carries in itself.
/// </summary>
public sealed class BlueprintTree : FileTree
{
    private const string Prefix = "blueprint/";
    private readonly SortedDictionary<string, FileEntry> files = new(StringComparer.Ordinal);

    /// <summary>Opens the tree.</summary>
    public BlueprintTree()
    {
        foreach (var name in typeof(BlueprintTree).Assembly.GetManifestResourceNames())
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                var path = name[Prefix.Length..];
                files[path] = new FileEntry(
                    path,
                    EntryKind.File,
                    IsLink: false,
                    MemoryFile.DefaultMode,
                    DateTimeOffset.UnixEpoch
                );
            }
        }
    }

    /// <summary>Version of the blueprint: goes up when clusters made from an older one need a word of explanation.</summary>
    public static string Version => "1";

    /// <inheritdoc />
    public override string Root => "blueprint";

    /// <summary>The .gitignore of a new repository, which stands in the blueprint without any template tag.</summary>
    internal static string GitIgnore() => Encoding.UTF8.GetString(new BlueprintTree().Read(".gitignore.j2"));

    /// <inheritdoc />
    public override FileEntry? Find(string path)
    {
        path = Checked(path);
        if (files.TryGetValue(path, out var file))
        {
            return file;
        }

        return path.Length == 0 || files.Keys.Any(f => IsBelow(f, path)) ? FolderAt(path) : null;
    }

    /// <inheritdoc />
    public override IReadOnlyList<FileEntry> List(string folder)
    {
        folder = Checked(folder);
        var start = folder.Length == 0 ? 0 : folder.Length + 1;
        var found = new SortedDictionary<string, FileEntry>(StringComparer.Ordinal);
        foreach (var (path, file) in files)
        {
            if (folder.Length != 0 && !IsBelow(path, folder))
            {
                continue;
            }

            var slash = path.IndexOf('/', start);
            var entry = slash < 0 ? file : FolderAt(path[..slash]);
            found[entry.Path[start..]] = entry;
        }

        return [.. found.Values];
    }

    /// <inheritdoc />
    public override byte[] Read(string path)
    {
        using var resource =
            typeof(BlueprintTree).Assembly.GetManifestResourceStream(Prefix + Checked(path))
            ?? throw new FileNotFoundException($"There is no file '{path}' in the blueprint.", path);
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }

    private static FileEntry FolderAt(string path) =>
        new(
            path,
            EntryKind.Folder,
            IsLink: false,
            MemoryFile.DefaultMode | UnixFileMode.UserExecute,
            DateTimeOffset.UnixEpoch
        );

    private static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    private string Checked(string path) => TreePath.Normalize(path) ?? throw new PathEscapeException(path, Root);
}
