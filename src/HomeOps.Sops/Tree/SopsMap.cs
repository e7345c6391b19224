namespace HomeOps.Sops;

/// <summary>Keys, values and comments in file order. JSON may repeat a key; YAML may not.</summary>
public sealed class SopsMap(IReadOnlyList<SopsEntry> entries) : SopsNode
{
    /// <summary>Entries and comments in file order.</summary>
    public IReadOnlyList<SopsEntry> Entries { get; } = entries;

    /// <summary>The value of the first entry with this key, or null.</summary>
    public SopsNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}
