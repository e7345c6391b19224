using HomeOps.Schema;

namespace HomeOps.Kustomize;

// kyaml associative_sequence.go: what the patch has comes first, in its order; the rest of the object's items follows.
internal sealed partial class StrategicMerge
{
    private static readonly string[] NoKey = [""];

    private Node? WalkKeyed(Node? target, Node? patch, MergeSchema schema, IReadOnlyList<string> keys)
    {
        var (result, other) = VisitList(target, patch);
        if (result is null)
        {
            return null;
        }

        return keys.Count == 0 ? MergeTexts(result, other) : MergeItems(result, other, schema, keys);
    }

    // The list to start from, and the one merged into it.
    private (SeqNode? Result, SeqNode? Patch) VisitList(Node? target, Node? patch)
    {
        var patchList = patch as SeqNode;
        if (Node.IsMissingOrNull(target))
        {
            return (patchList, patchList);
        }

        if (patch is ScalarNode)
        {
            return (null, null);
        }

        return (patchList is null ? MergeDirective.Merge : ReadDirective(patchList)) switch
        {
            MergeDirective.Delete => (null, null),
            MergeDirective.Replace => (patchList, patchList),
            _ => ((SeqNode?)target, patchList),
        };
    }

    // An item that is nothing but a directive is one for the whole list.
    private MergeDirective ReadDirective(SeqNode list)
    {
        var found = list.Items.FirstOrDefault(static i => i is MapNode map && map[Directive] is not null);
        if (found is not MapNode { Count: 1 } item || item[Directive] is not { } node)
        {
            return MergeDirective.Merge;
        }

        var directive = Parse(node);
        list.Items.Remove(item);
        return directive;
    }

    private static SeqNode MergeTexts(SeqNode result, SeqNode? patch)
    {
        var merged = new SeqNode();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in (ReadOnlySpan<SeqNode?>)[patch, result])
        {
            foreach (var item in list?.Items ?? [])
            {
                if (seen.Add(Node.TextOf(item) ?? ""))
                {
                    merged.Items.Add(item);
                }
            }
        }

        return merged;
    }

    private SeqNode? MergeItems(SeqNode result, SeqNode? patch, MergeSchema schema, IReadOnlyList<string> keys)
    {
        var identities = Identities(patch, result, keys);
        if (keys.Count > 1)
        {
            Unify(identities);
        }

        var added = new SeqNode();
        IReadOnlyList<string> usedKeys = keys;
        foreach (var identity in identities)
        {
            (usedKeys, var values) = UsedKeys(identities, identity, keys);
            var (itemKeys, itemValues) = UsedKeys([values], values, usedKeys);
            var value = Walk(
                Find(result, itemKeys, itemValues),
                patch is null ? null : Find(patch, itemKeys, itemValues),
                schema.Items
            );
            if (Node.IsMissingOrNull(value) || value is MapNode { Count: 0 })
            {
                Put(result, usedKeys, values, null);
                continue;
            }

            if (value is MapNode map)
            {
                for (var i = 0; i < usedKeys.Count; i++)
                {
                    if (map[usedKeys[i]] is null && values[i].Length > 0)
                    {
                        map.Set(usedKeys[i], ScalarNode.Untyped(values[i]));
                    }
                }
            }

            Put(added, usedKeys, values, value);
        }

        if (identities.Count == 0)
        {
            return result;
        }

        AppendRest(added, result, usedKeys);
        return added;
    }

    private static void AppendRest(SeqNode added, SeqNode rest, IReadOnlyList<string> keys)
    {
        foreach (var item in rest.Items)
        {
            var values = new List<string>(keys.Count);
            foreach (var key in keys)
            {
                if (key.Length > 0 && (item as MapNode)?[key] is not { } value)
                {
                    added.Items.Add(item);
                }
                else
                {
                    values.Add(Node.TextOf(key.Length == 0 ? item : ((MapNode)item)[key]) ?? "");
                }
            }

            if (keys.Count > 1)
            {
                Put(added, keys, values, null);
            }

            Put(added, keys, values, item);
        }
    }

    // The distinct values of the keys, those of the patch first.
    private static List<string[]> Identities(SeqNode? patch, SeqNode target, IReadOnlyList<string> keys)
    {
        var result = new List<string[]>();
        foreach (var list in (ReadOnlySpan<SeqNode?>)[patch, target])
        {
            foreach (var item in list?.Items ?? [])
            {
                var values = new string[keys.Count];
                for (var i = 0; i < values.Length; i++)
                {
                    var value = (item as MapNode)?[keys[i]];
                    values[i] = Node.IsMissingOrNull(value) ? "" : Node.TextOf(value) ?? "";
                }

                if (!result.Exists(r => r.AsSpan().SequenceEqual(values)))
                {
                    result.Add(values);
                }
            }
        }

        return result;
    }

    // Items that agree in one key and differ only where one of them has nothing are the same item.
    private static void Unify(List<string[]> identities)
    {
        for (var i = 0; i < identities.Count; i++)
        {
            for (var j = 0; j < identities.Count; j++)
            {
                if (Unified(identities[i], identities[j]) is { } same)
                {
                    identities[i] = same;
                    identities[j] = same;
                }
            }
        }
    }

    private static string[]? Unified(string[] a, string[] b)
    {
        var result = new string[a.Length];
        var agrees = false;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i])
            {
                agrees = true;
            }
            else if (a[i].Length > 0 && b[i].Length > 0)
            {
                return null;
            }

            result[i] = a[i].Length > 0 ? a[i] : b[i];
        }

        return agrees ? result : null;
    }

    // The keys that any of the items has; all keys when none does.
    private static (IReadOnlyList<string> Keys, List<string> Values) UsedKeys(
        List<string[]> identities,
        string[] values,
        IReadOnlyList<string> keys
    )
    {
        var usedKeys = new List<string>(keys.Count);
        var usedValues = new List<string>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            if (identities.Exists(v => i < v.Length && v[i].Length > 0))
            {
                usedKeys.Add(keys[i]);
                usedValues.Add(values[i]);
            }
        }

        return usedKeys.Count > 0 ? (usedKeys, usedValues) : (keys, [.. values]);
    }

    private static (IReadOnlyList<string> Keys, List<string> Values) UsedKeys(
        List<List<string>> identities,
        List<string> values,
        IReadOnlyList<string> keys
    ) => UsedKeys(identities.ConvertAll(static v => v.ToArray()), [.. values], keys);

    private static Node? Find(SeqNode list, IReadOnlyList<string> keys, List<string> values)
    {
        foreach (var item in list.Items)
        {
            if (item is MapNode map && HasAll(map, keys, values))
            {
                return item;
            }
        }

        return null;
    }

    private static bool HasAll(MapNode map, IReadOnlyList<string> keys, List<string> values)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (i < values.Count && (map[keys[i]] is not { } value || Node.TextOf(value) != values[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Replaces every item with these key values, or appends one; null removes. Nulls and empty maps are dropped on the way, and an empty
    // value is fulfilled by any, as in kyaml's ElementSetter.
    private static void Put(SeqNode list, IReadOnlyList<string> keys, IReadOnlyList<string> values, Node? element)
    {
        var isFound = false;
        var kept = new List<Node>(list.Items.Count + 1);
        foreach (var item in list.Items)
        {
            if (Node.IsMissingOrNull(item) || item is MapNode { Count: 0 })
            {
                continue;
            }

            if (!Matches(item, keys, values))
            {
                // Without any value to compare, kyaml keeps nothing but the element itself.
                if (values.Count > 0 || item is not MapNode)
                {
                    kept.Add(item);
                }

                continue;
            }

            isFound = true;
            if (element is not null)
            {
                kept.Add(element);
            }
        }

        if (!isFound && element is not null)
        {
            kept.Add(element);
        }

        list.Items.Clear();
        foreach (var item in kept)
        {
            list.Items.Add(item);
        }
    }

    private static bool Matches(Node item, IReadOnlyList<string> keys, IReadOnlyList<string> values)
    {
        if (item is not MapNode map)
        {
            return false;
        }

        for (var i = 0; i < keys.Count && i < values.Count; i++)
        {
            if (map[keys[i]] is not { } value || (values[i].Length > 0 && Node.TextOf(value) != values[i]))
            {
                return false;
            }
        }

        return values.Count > 0;
    }
}
