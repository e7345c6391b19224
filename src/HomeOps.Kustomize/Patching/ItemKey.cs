namespace HomeOps.Kustomize;

/// <summary>What the items of a list are matched by: the values of their keys, "" where an item has none.</summary>
internal sealed class ItemKey(params string[] parts) : IEquatable<ItemKey>
{
    /// <summary>The values, in the order of the keys.</summary>
    public IReadOnlyList<string> Parts => parts;

    /// <summary>Whether the item has none of the keys.</summary>
    public bool IsEmpty => Array.TrueForAll(parts, static p => p.Length == 0);

    /// <summary>The value an item has for a key; "" when it has none.</summary>
    public static string Part(Node item, string key) =>
        (item as MapNode)?[key] is ScalarNode { Tag: not ScalarTag.Null } scalar ? scalar.Text : "";

    /// <summary>The key of an item.</summary>
    public static ItemKey Of(Node item, IReadOnlyList<string> keys) => new([.. keys.Select(key => Part(item, key))]);

    /// <summary>
    /// The key that stands for this and another, when they share a value and differ only where one of them has none; else null.
    /// </summary>
    public ItemKey? CompletedBy(ItemKey other)
    {
        var completed = new string[parts.Length];
        var isShared = false;
        for (var i = 0; i < parts.Length; i++)
        {
            var (mine, its) = (parts[i], other.Parts[i]);
            isShared |= mine == its;
            if (mine != its && mine.Length > 0 && its.Length > 0)
            {
                return null;
            }

            completed[i] = mine.Length > 0 ? mine : its;
        }

        return isShared ? new ItemKey(completed) : null;
    }

    /// <summary>Whether an item has every value of this key, whatever else it has.</summary>
    public bool IsHeldBy(Node item, IReadOnlyList<string> keys)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 0 && Part(item, keys[i]) != parts[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public bool Equals(ItemKey? other) => other is not null && parts.AsSpan().SequenceEqual(other.Parts.ToArray());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ItemKey);

    /// <inheritdoc />
    public override int GetHashCode() => parts.Aggregate(0, static (hash, p) => HashCode.Combine(hash, p));
}
