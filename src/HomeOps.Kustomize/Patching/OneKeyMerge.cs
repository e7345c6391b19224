namespace HomeOps.Kustomize;

/// <summary>
/// Merges two lists of maps by the value of one key. The patch's items come first, in its order, the object's others behind them.
/// What kustomize makes of lists that the API server would refuse is kept: of the patch's duplicates the first counts, of the object's
/// the last stays; an item without the key clears away the items that were not merged before it.
/// </summary>
/// <param name="key">The key.</param>
/// <param name="mergeItems">Merges an item of the object and one of the patch; null when nothing is left.</param>
/// <param name="clears">Whether an item without the key clears others away: not in a list whose type has further keys.</param>
internal sealed class OneKeyMerge(string key, Func<Node?, Node?, Node?> mergeItems, bool clears)
{
    // Merged items in the order of the result, by the value of their key.
    private readonly OrderedDictionary<string, Node> merged = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The merged list.</summary>
    /// <param name="own">The object's list.</param>
    /// <param name="patch">The patch's list; the same list when the object has none.</param>
    public SeqNode Merge(SeqNode own, SeqNode patch)
    {
        var ownItems = new KeyedItems(own, key);
        var patchItems = ReferenceEquals(own, patch) ? ownItems : new KeyedItems(patch, key);
        foreach (var item in patch.Items.Concat(own.Items))
        {
            MergeOne(ItemKey.Part(item, key), ownItems, patchItems);
        }

        return WithOwnPutOver(ownItems);
    }

    private void MergeOne(string value, KeyedItems own, KeyedItems patch)
    {
        if (!seen.Add(value))
        {
            return;
        }

        if (value.Length == 0)
        {
            if (clears)
            {
                own.Clear();
            }
        }
        else if (mergeItems(own.First(value), patch.First(value)) is { } item)
        {
            merged[value] = item;
        }
        else
        {
            own.Remove(value);
        }
    }

    // An item of the object is put over the merged one, which mostly is the same: it was merged in place. One without the key takes the
    // place of all before it.
    private SeqNode WithOwnPutOver(KeyedItems own)
    {
        var result = new SeqNode();
        foreach (var item in own.Remaining)
        {
            if (ItemKey.Part(item, key) is { Length: > 0 } value)
            {
                merged[value] = item;
            }
            else
            {
                merged.Clear();
                result.Items.Clear();
                result.Items.Add(item);
            }
        }

        foreach (var item in merged.Values)
        {
            result.Items.Add(item);
        }

        return result;
    }

    /// <summary>The items of a list, found by the value of their key.</summary>
    private sealed class KeyedItems
    {
        private readonly List<(string Value, Node Item)> items = [];
        private readonly Dictionary<string, Node> first = new(StringComparer.Ordinal);

        public KeyedItems(SeqNode list, string key)
        {
            foreach (var item in list.Items)
            {
                var value = ItemKey.Part(item, key);
                if (value.Length > 0)
                {
                    first.TryAdd(value, item);
                }

                // Neither an empty map nor an empty key makes an item.
                if (value.Length > 0 || item is MapNode { Count: > 0 } map && map[key] is null)
                {
                    items.Add((value, item));
                }
            }
        }

        public Node? First(string value) => first.GetValueOrDefault(value);

        /// <summary>The items with a key that were not removed, and all without one.</summary>
        public IEnumerable<Node> Remaining =>
            items.Where(i => i.Value.Length == 0 || first.ContainsKey(i.Value)).Select(static i => i.Item);

        public void Remove(string value) => first.Remove(value);

        public void Clear() => first.Clear();
    }
}
