namespace HomeOps.Yaml;

/// <summary>A mapping in file order. Duplicate keys are kept; who reads it decides what they mean.</summary>
public sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, CollectionStyle style = CollectionStyle.Block)
    : YamlNode
{
    /// <summary>Its entries in file order.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <summary>How it was written, or should be.</summary>
    public CollectionStyle Style { get; } = style;

    /// <summary>The value of the last entry whose key is a scalar with this text (aliases followed), or null.</summary>
    public YamlNode? this[string key] => Find(key)?.Value.Resolved;

    /// <summary>The last entry whose key is a scalar with this text, or null.</summary>
    public YamlEntry? Find(string key)
    {
        for (var i = Entries.Count - 1; i >= 0; i--)
        {
            if (
                Entries[i].Key.Resolved is YamlScalar scalar
                && string.Equals(scalar.Value, key, StringComparison.Ordinal)
            )
            {
                return Entries[i];
            }
        }

        return null;
    }
}
