using System.Globalization;
using HomeOps.Sops.Updating;
using HomeOps.Text;

namespace HomeOps.Sops.Merging;

/// <summary>
/// Merges two plaintexts that come from a third: what one side changed is taken, what both changed alike is taken once. Maps merge key by
/// key, a comment belongs to the key below it, lists and values are taken whole.
/// </summary>
internal sealed class TreeMerge
{
    private static readonly SourceText Nowhere = new("", "");

    private readonly List<string> conflicts = [];

    /// <summary>The merged plaintext, and the paths where the two sides cannot be brought together; ours is kept there.</summary>
    public static (SopsTree Tree, IReadOnlyList<string> Conflicts) Merge(
        SopsTree? ancestor,
        SopsTree ours,
        SopsTree theirs
    )
    {
        var merge = new TreeMerge();
        var documents = new List<SopsMap>();
        for (var i = 0; i < Math.Max(ours.Documents.Count, theirs.Documents.Count); i++)
        {
            var path = ours.Documents.Count == 1 ? "" : $"document {(i + 1).ToString(CultureInfo.InvariantCulture)}";
            var merged = merge.Node(
                path,
                ancestor?.Documents.ElementAtOrDefault(i),
                ours.Documents.ElementAtOrDefault(i),
                theirs.Documents.ElementAtOrDefault(i)
            );
            if (merged is SopsMap map)
            {
                documents.Add(map);
            }
        }

        return (new SopsTree(ours.Source, documents), merge.conflicts);
    }

    private SopsNode? Node(string path, SopsNode? ancestor, SopsNode? ours, SopsNode? theirs)
    {
        if (Same(ours, theirs) || Same(ancestor, theirs))
        {
            return ours;
        }

        if (Same(ancestor, ours))
        {
            return theirs;
        }

        if (ours is SopsMap a && theirs is SopsMap b)
        {
            return Map(path, ancestor as SopsMap ?? new SopsMap([]), a, b);
        }

        conflicts.Add(path);
        return ours;
    }

    private SopsMap Map(string path, SopsMap ancestor, SopsMap ours, SopsMap theirs)
    {
        var (old, own, other) = (Commented.Of(ancestor), Commented.Of(ours), Commented.Of(theirs));
        var merged = new List<SopsEntry>();
        foreach (var key in InOrder(own, other))
        {
            var (before, mine, yours) = (Find(old, key), Find(own, key), Find(other, key));
            var value = key is null
                ? null
                : Node(path.Length == 0 ? key : $"{path}.{key}", before?.Value, mine?.Value, yours?.Value);
            if (key is null || value is not null)
            {
                merged.AddRange(Comments(before, mine, yours));
            }

            if (value is not null)
            {
                merged.Add(new SopsEntry(key, value) { KeySpan = mine?.KeySpan ?? default });
            }
        }

        return new SopsMap(merged) { Span = ours.Span };
    }

    // Ours, with what only theirs has behind the key it follows there.
    private static List<string?> InOrder(List<Commented> ours, List<Commented> theirs)
    {
        var keys = ours.ConvertAll(static e => e.Key);
        for (var i = 0; i < theirs.Count; i++)
        {
            if (!keys.Contains(theirs[i].Key, StringComparer.Ordinal))
            {
                keys.Insert(i == 0 ? 0 : keys.IndexOf(theirs[i - 1].Key) + 1, theirs[i].Key);
            }
        }

        return keys;
    }

    private static IReadOnlyList<SopsEntry> Comments(Commented? ancestor, Commented? ours, Commented? theirs)
    {
        var (old, own, other) = (ancestor?.Comments ?? [], ours?.Comments ?? [], theirs?.Comments ?? []);
        return ours is null || (theirs is not null && Text(old).SequenceEqual(Text(own), StringComparer.Ordinal))
            ? other
            : own;
    }

    private static IEnumerable<string> Text(IReadOnlyList<SopsEntry> comments) =>
        comments.Select(static c => ((SopsComment)c.Value).Text);

    private static Commented? Find(List<Commented> entries, string? key) =>
        entries.Find(e => string.Equals(e.Key, key, StringComparison.Ordinal));

    private static bool Same(SopsNode? a, SopsNode? b) =>
        a is null || b is null ? a is null && b is null : TreeComparison.AreEqual(Alone(a), Alone(b));

    private static SopsTree Alone(SopsNode node) =>
        new(Nowhere, [node as SopsMap ?? new SopsMap([new SopsEntry("", node)])]);

    // A key with the comments above it; the last of a map has no key, and the comments behind all keys.
    private sealed record Commented(string? Key, SopsNode? Value, IReadOnlyList<SopsEntry> Comments, TextSpan KeySpan)
    {
        public static List<Commented> Of(SopsMap map)
        {
            var result = new List<Commented>();
            var comments = new List<SopsEntry>();
            foreach (var entry in map.Entries)
            {
                if (entry.Key is null)
                {
                    comments.Add(entry);
                    continue;
                }

                result.Add(new Commented(entry.Key, entry.Value, [.. comments], entry.KeySpan));
                comments.Clear();
            }

            result.Add(new Commented(null, null, comments, default));
            return result;
        }
    }
}
