namespace HomeOps.Talos.Model;

/// <summary>A list; present though empty differs from absent when it is merged.</summary>
internal sealed class ConfigList(List<ConfigValue> items) : ConfigValue
{
    public List<ConfigValue> Items { get; } = items;

    public override ConfigValue Clone() => new ConfigList(Items.ConvertAll(static i => i.Clone())) { Origin = Origin };
}
