namespace HomeOps.Kustomize;

/// <summary>A map from texts to nodes, in order of insertion.</summary>
public sealed class MapNode : Node
{
    // From this size on keys are found through an index.
    private const int IndexFrom = 16;

    private readonly List<MapEntry> entries = [];
    private Dictionary<string, int>? index;

    /// <summary>Whether it was written in braces.</summary>
    internal bool IsFlow { get; init; }

    /// <summary>The keys and values in their order.</summary>
    public IReadOnlyList<MapEntry> Entries => entries;

    /// <summary>The number of keys.</summary>
    public int Count => entries.Count;

    /// <summary>The value of a key, or null.</summary>
    public Node? this[string key] => IndexOf(key) is var i and >= 0 ? entries[i].Value : null;

    /// <summary>The map under a key, or null.</summary>
    public MapNode? Map(string key) => this[key] as MapNode;

    /// <summary>The text of the scalar under a key, or null.</summary>
    public string? Text(string key) => TextOf(this[key]);

    /// <summary>Sets a value; a new key goes to the end.</summary>
    public void Set(string key, Node value)
    {
        var i = IndexOf(key);
        if (i >= 0)
        {
            entries[i] = new MapEntry(entries[i].Key, value);
            return;
        }

        index?.Add(key, entries.Count);
        entries.Add(new MapEntry(key, value));
    }

    /// <summary>
    /// Sets a value as kustomize does: a scalar is written into the one that stands there, so all places that share it change
    /// (<see cref="TextMapTransformer"/> lets them).
    /// </summary>
    internal void Overwrite(string key, Node value)
    {
        if (this[key] is ScalarNode old && value is ScalarNode scalar)
        {
            old.Become(scalar);
        }
        else
        {
            Set(key, value);
        }
    }

    /// <summary>Sets a text that reads as text whatever it looks like.</summary>
    public void SetText(string key, string text) => Set(key, ScalarNode.String(text));

    /// <summary>Removes a key if it is there.</summary>
    public void Remove(string key)
    {
        var i = IndexOf(key);
        if (i >= 0)
        {
            entries.RemoveAt(i);
            index = null;
        }
    }

    /// <summary>Removes all keys.</summary>
    public void Clear()
    {
        entries.Clear();
        index = null;
    }

    /// <summary>The map under a key, made when there is none or null stands there; null when something else does.</summary>
    public MapNode? MapOrNew(string key)
    {
        var found = this[key];
        if (!IsMissingOrNull(found))
        {
            return found as MapNode;
        }

        var made = new MapNode();
        Set(key, made);
        return made;
    }

    /// <summary>The map as a YAML document, as kustomize prints objects: keys in natural order.</summary>
    public string ToYaml() => NodeWriter.Write(this);

    /// <summary>The map as compact JSON with ordered keys, as Go writes it.</summary>
    public string ToJson() => JsonText.Write(this, isPretty: false);

    /// <inheritdoc />
    public override Node Copy()
    {
        var copy = new MapNode
        {
            Span = Span,
            Source = Source,
            IsFlow = IsFlow,
        };
        foreach (var entry in entries)
        {
            copy.entries.Add(new MapEntry(entry.Key, entry.Value.Copy()));
        }

        return copy;
    }

    private int IndexOf(string key)
    {
        if (entries.Count < IndexFrom)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                if (string.Equals(entries[i].Key, key, StringComparison.Ordinal))
                {
                    return i;
                }
            }

            return -1;
        }

        return (index ??= MakeIndex()).GetValueOrDefault(key, -1);
    }

    private Dictionary<string, int> MakeIndex()
    {
        var made = new Dictionary<string, int>(entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            made.TryAdd(entries[i].Key, i);
        }

        return made;
    }
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public readonly record struct MapEntry(string Key, Node Value);
