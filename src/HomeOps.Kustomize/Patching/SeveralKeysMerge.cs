namespace HomeOps.Kustomize;

/// <summary>
/// Merges two lists of maps by the values of several keys, as ports by number and protocol. What only the patch has comes first; the
/// object's items follow in their order, each merged with the patch's item that has the same values. A value that an item leaves out is
/// taken from another item that has the rest, so that such an item of the patch adds nothing where the object has a complete one.
/// </summary>
internal sealed class SeveralKeysMerge(IReadOnlyList<string> keys, Func<Node?, Node?, Node?> mergeItems)
{
    private readonly List<Node> merged = [];

    /// <summary>The merged list.</summary>
    /// <param name="own">The object's list; used up.</param>
    /// <param name="patch">The patch's list; the same list when the object has none.</param>
    public SeqNode Merge(SeqNode own, SeqNode patch)
    {
        foreach (var key in Completed(patch.Items.Concat(own.Items)))
        {
            MergeOne(key, own, patch);
        }

        foreach (var item in own.Items.Where(static i => i is not MapNode { Count: 0 }))
        {
            PutBehind(item);
        }

        var result = new SeqNode();
        foreach (var item in merged)
        {
            result.Items.Add(item);
        }

        return result;
    }

    private void MergeOne(ItemKey key, SeqNode own, SeqNode patch)
    {
        var item = key.IsEmpty ? null : mergeItems(Find(own, key), Find(patch, key));
        if (item is not null)
        {
            merged.Add(item);
            return;
        }

        // It was deleted, or it has none of the keys, which clears all that have them.
        for (var i = own.Items.Count - 1; i >= 0; i--)
        {
            if (HasAllKeys(own.Items[i]) && key.IsHeldBy(own.Items[i], keys))
            {
                own.Items.RemoveAt(i);
            }
        }
    }

    // An item of the object takes the place of those that agree with it in all the keys it has.
    private void PutBehind(Node item)
    {
        var key = ItemKey.Of(item, keys);
        merged.RemoveAll(other => key.IsHeldBy(other, keys));
        merged.Add(item);
    }

    private Node? Find(SeqNode list, ItemKey key) => list.Items.FirstOrDefault(item => key.IsHeldBy(item, keys));

    private bool HasAllKeys(Node item) => keys.All(key => (item as MapNode)?[key] is not null);

    // The distinct keys of the items, each completed from the others, of which the last that can complete it counts.
    private IEnumerable<ItemKey> Completed(IEnumerable<Node> items)
    {
        var found = items.Select(item => ItemKey.Of(item, keys)).Distinct().ToArray();
        for (var i = 0; i < found.Length; i++)
        {
            var incomplete = found[i];
            for (var j = 0; j < found.Length; j++)
            {
                if (incomplete.CompletedBy(found[j]) is { } completed)
                {
                    (found[i], found[j]) = (completed, completed);
                }
            }
        }

        return found.Distinct();
    }
}
