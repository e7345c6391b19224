using HomeOps.Schema;

namespace HomeOps.Kustomize;

/// <summary>Merges the lists whose type says how: texts by themselves, maps by the values of one or several keys.</summary>
internal static class ListMerge
{
    // Of a list with several keys, where every item is compared with every other. No port list of a real object comes near.
    private const int MaxItems = 1000;

    /// <param name="merge">Merges the items.</param>
    /// <param name="own">The object's list.</param>
    /// <param name="patch">The patch's list; the same list when the object has none.</param>
    /// <param name="keys">The keys of the type; none for a list of texts.</param>
    /// <param name="schema">What is known of the items.</param>
    public static SeqNode Merge(
        StrategicMerge merge,
        SeqNode own,
        SeqNode patch,
        IReadOnlyList<string> keys,
        MergeSchema? schema
    )
    {
        if (keys.Count == 0)
        {
            return MergeTexts(own, patch);
        }

        // Keys that no item has distinguish nothing: ports without any protocol are matched by number alone.
        var used = keys.Where(key => own.Items.Concat(patch.Items).Any(item => ItemKey.Part(item, key).Length > 0))
            .ToArray();
        Node? MergeItems(Node? ownItem, Node? patchItem)
        {
            var merged = merge.Merge(ownItem, patchItem, schema);
            return Node.IsMissingOrNull(merged) || merged is MapNode { Count: 0 } ? null : merged;
        }

        if (used.Length > 1 && own.Items.Count + patch.Items.Count > 2 * MaxItems)
        {
            throw new KustomizeException(
                KustomizeDiagnostics.TooManyItems(string.Join(" and ", used), MaxItems, merge.At)
            );
        }

        return used.Length > 1
            ? new SeveralKeysMerge(used, MergeItems).Merge(own, patch)
            : new OneKeyMerge(
                used.Length == 1 ? used[0] : keys[0],
                MergeItems,
                clears: keys.Count == 1 || used.Length == 0
            ).Merge(own, patch);
    }

    // Every text once, those of the patch first.
    private static SeqNode MergeTexts(SeqNode own, SeqNode patch)
    {
        var merged = new SeqNode();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in patch.Items.Concat(own.Items))
        {
            if (seen.Add(Node.TextOf(item) ?? ""))
            {
                merged.Items.Add(item);
            }
        }

        return merged;
    }
}
