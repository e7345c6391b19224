using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>A map with free keys and values of one type, written in natural key order.</summary>
/// <param name="element">What the values are.</param>
/// <param name="replacesValues">A patch's value takes the place of the old one whole, even when it is empty.</param>
internal sealed class MapType(ConfigType element, bool replacesValues = false) : ConfigType
{
    public override string Noun => "a map";

    public ConfigType Element => element;

    public override YamlNode Write(ConfigValue? value)
    {
        var entries = (value as ConfigMap)?.Entries ?? [];
        return new YamlMapping(
            [
                .. entries
                    .OrderBy(static e => e.Key, GoV3KeyOrder.Instance)
                    .Select(e => new YamlEntry(YamlScalars.String(e.Key), element.Write(e.Value))),
            ],
            entries.Count == 0 ? CollectionStyle.Flow : CollectionStyle.Block
        );
    }

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigMap { Entries.Count: > 0 };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context)
    {
        var entries = ((ConfigMap)left).Entries;
        foreach (var (key, added) in ((ConfigMap)right).Entries)
        {
            entries[key] =
                replacesValues || !entries.TryGetValue(key, out var old)
                    ? added.Clone()
                    : context.Merge(key, element, old, added, overwrites: false);
        }

        return left;
    }

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        if (node is not YamlMapping mapping)
        {
            return Misfit(node, context);
        }

        var map = new ConfigMap { Origin = context.At(node) };
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } key)
            {
                map.Entries[key] = context.Read(key, element, entry.Value) ?? Zero(entry.Value, context);
            }
        }

        return map;
    }

    private ConfigValue Zero(YamlNode node, ReadContext context) =>
        element switch
        {
            StructType type => new ConfigStruct(type) { Origin = context.At(node) },
            BoolType => new ConfigScalar(false) { Origin = context.At(node) },
            _ => new ConfigScalar("") { Origin = context.At(node) },
        };
}
