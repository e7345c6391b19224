using System.Text;

namespace HomeOps.Files;

/// <summary>
/// A tree of files in memory: what a rendering produced, or what a test needs. Folders exist through the files in them. Adding, finding
/// and removing take time that grows with the depth of the path and the logarithm of the folder's size.
/// </summary>
public sealed class MemoryTree : FileTree
{
    private readonly Folder root = new();
    private readonly Dictionary<string, MemoryFile> files = new(StringComparer.Ordinal);
    private MemoryFile[]? ordered;

    /// <inheritdoc />
    public override string Root => string.Empty;

    /// <summary>All files, ordered by path (ordinal).</summary>
    public IReadOnlyCollection<MemoryFile> All => ordered ??= Order();

    /// <summary>Adds a file or replaces the one at its path.</summary>
    /// <exception cref="ArgumentException">The path is empty, is that of a folder, or leads through a file.</exception>
    public void Add(MemoryFile file)
    {
        var path = Checked(file.Path);
        if (!files.ContainsKey(path))
        {
            root.Insert(path);
        }

        files[path] = file with { Path = path };
        ordered = null;
    }

    /// <summary>Adds a text file as UTF-8 without byte order mark.</summary>
    public void Add(string path, string text) => Add(new MemoryFile(path, Encoding.UTF8.GetBytes(text)));

    /// <summary>The file at a path, or null.</summary>
    public MemoryFile? Get(string path) => files.GetValueOrDefault(path);

    /// <summary>Removes a file, and the folders that it leaves empty; returns whether there was one.</summary>
    public bool Remove(string path)
    {
        if (!files.Remove(path))
        {
            return false;
        }

        root.Remove(path);
        ordered = null;
        return true;
    }

    /// <inheritdoc />
    public override FileEntry? Find(string path)
    {
        path = Checked(path);
        return files.TryGetValue(path, out var file) ? Entry(file)
            : root.Find(path) is null ? null
            : FolderAt(path);
    }

    /// <inheritdoc />
    public override IReadOnlyList<FileEntry> List(string folder)
    {
        folder = Checked(folder);
        if (root.Find(folder) is not { } found)
        {
            return [];
        }

        var entries = new List<FileEntry>(found.Children.Count);
        foreach (var (name, child) in found.Children)
        {
            var path = TreePath.Join(folder, name);
            entries.Add(child is null ? Entry(files[path]) : FolderAt(path));
        }

        return entries;
    }

    /// <inheritdoc />
    public override byte[] Read(string path) =>
        files.TryGetValue(Checked(path), out var file)
            ? file.Content
            : throw new FileNotFoundException($"There is no file '{path}'.", path);

    private MemoryFile[] Order()
    {
        var all = files.Values.ToArray();
        Array.Sort(all, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return all;
    }

    private static FileEntry Entry(MemoryFile file) =>
        new(file.Path, EntryKind.File, IsLink: false, file.Mode, DateTimeOffset.UnixEpoch)
        {
            Length = file.Content.Length,
        };

    private static FileEntry FolderAt(string path) =>
        new(
            path,
            EntryKind.Folder,
            IsLink: false,
            MemoryFile.DefaultMode | UnixFileMode.UserExecute,
            DateTimeOffset.UnixEpoch
        );

    private string Checked(string path) => TreePath.Normalize(path) ?? throw new PathEscapeException(path, Root);

    // A child without a value is a file.
    private sealed class Folder
    {
        public SortedDictionary<string, Folder?> Children { get; } = new(StringComparer.Ordinal);

        public Folder? Find(string path)
        {
            var folder = this;
            foreach (var name in path.Length == 0 ? [] : path.Split('/'))
            {
                if (!folder.Children.TryGetValue(name, out var next) || next is null)
                {
                    return null;
                }

                folder = next;
            }

            return folder;
        }

        public void Insert(string path)
        {
            var parts = path.Split('/');
            var folder = this;
            var known = 0;
            while (known < parts.Length && folder.Children.TryGetValue(parts[known], out var next))
            {
                folder = next ?? throw new ArgumentException($"'{path}' leads through a file.", nameof(path));
                known++;
            }

            if (known == parts.Length || path.Length == 0)
            {
                throw new ArgumentException($"'{path}' is a folder.", nameof(path));
            }

            for (; known < parts.Length - 1; known++)
            {
                var made = new Folder();
                folder.Children.Add(parts[known], made);
                folder = made;
            }

            folder.Children.Add(parts[known], null);
        }

        public void Remove(string path)
        {
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            if (slash >= 0 && Children[path[..slash]] is { } child)
            {
                child.Remove(path[(slash + 1)..]);
                if (child.Children.Count > 0)
                {
                    return;
                }
            }

            Children.Remove(slash < 0 ? path : path[..slash]);
        }
    }
}
