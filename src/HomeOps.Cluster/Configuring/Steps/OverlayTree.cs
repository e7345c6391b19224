using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>Two trees as one: where both have a file, the upper one's counts.</summary>
internal sealed class OverlayTree(FileTree upper, FileTree lower) : FileTree
{
    /// <summary>Paths of the lower tree that count as absent.</summary>
    public IReadOnlySet<string> Gone { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How the root is called in messages, when not as the lower one's.</summary>
    public string? ShownRoot { get; init; }

    public override string Root => ShownRoot ?? lower.Root;

    public override FileEntry? Find(string path) =>
        upper.Find(path) is { Kind: EntryKind.File } file ? file
        : Gone.Contains(path) ? null
        : lower.Find(path) ?? upper.Find(path);

    public override IReadOnlyList<FileEntry> List(string folder)
    {
        var entries = new SortedDictionary<string, FileEntry>(StringComparer.Ordinal);
        foreach (var entry in lower.List(folder).Where(e => !Gone.Contains(e.Path)))
        {
            entries[entry.Name] = entry;
        }

        foreach (var entry in upper.List(folder))
        {
            if (entry.Kind == EntryKind.File || !entries.ContainsKey(entry.Name))
            {
                entries[entry.Name] = entry;
            }
        }

        return [.. entries.Values];
    }

    public override byte[] Read(string path) => upper.TryRead(path) ?? lower.Read(path);
}
