namespace HomeOps.Talos.Model;

/// <summary>A map with free keys. A key without a value is null in Go's sense.</summary>
internal sealed class ConfigMap(Dictionary<string, ConfigValue> entries) : ConfigValue
{
    public ConfigMap()
        : this(new Dictionary<string, ConfigValue>(StringComparer.Ordinal)) { }

    public Dictionary<string, ConfigValue> Entries { get; } = entries;

    public override ConfigValue Clone()
    {
        var copy = new Dictionary<string, ConfigValue>(Entries.Count, StringComparer.Ordinal);
        foreach (var (key, value) in Entries)
        {
            copy.Add(key, value.Clone());
        }

        return new ConfigMap(copy) { Origin = Origin };
    }
}
