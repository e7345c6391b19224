using System.Numerics;
using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>
/// A map that Talos hands on as it is: any keys, any values. Patches merge it key by key; two values of different sorts do not
/// merge.
/// </summary>
internal sealed class FreeType : ConfigType
{
    public override string Noun => "a map";

    public override YamlNode Write(ConfigValue? value) => WriteAny(value ?? new ConfigMap());

    public override bool IsEmpty(ConfigValue? value) => value is not ConfigMap { Entries.Count: > 0 };

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context)
    {
        var entries = ((ConfigMap)left).Entries;
        foreach (var (key, added) in ((ConfigMap)right).Entries)
        {
            entries[key] =
                entries.TryGetValue(key, out var old) && old is not ConfigScalar { Value: null }
                    ? MergeAny(key, old, added, context)
                    : added.Clone();
        }

        return left;
    }

    /// <summary>The value of any node, typed as go-yaml would.</summary>
    public static ConfigValue ReadAny(YamlNode node, ReadContext context)
    {
        node = node.Resolved;
        switch (node)
        {
            case YamlSequence sequence:
                return new ConfigList([.. sequence.Items.Select(i => ReadAny(i, context))])
                {
                    Origin = context.At(node),
                };
            case YamlMapping mapping:
                var map = new ConfigMap { Origin = context.At(node) };
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Name is { } key)
                    {
                        map.Entries[key] = ReadAny(entry.Value, context);
                    }
                }

                return map;
            default:
                return new ConfigScalar(PlainScalar.Resolve((YamlScalar)node).Object) { Origin = context.At(node) };
        }
    }

    /// <summary>The node of any value; maps in natural key order.</summary>
    public static YamlNode WriteAny(ConfigValue value) =>
        value switch
        {
            ConfigList list => new YamlSequence(
                list.Items.ConvertAll(WriteAny),
                list.Items.Count == 0 ? CollectionStyle.Flow : CollectionStyle.Block
            ),
            ConfigMap map => new YamlMapping(
                [
                    .. map
                        .Entries.OrderBy(static e => e.Key, GoV3KeyOrder.Instance)
                        .Select(static e => new YamlEntry(YamlScalars.String(e.Key), WriteAny(e.Value))),
                ],
                map.Entries.Count == 0 ? CollectionStyle.Flow : CollectionStyle.Block
            ),
            ConfigStruct part => part.Type.Write(part),
            _ => WriteScalar((ConfigScalar)value),
        };

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context) =>
        node is YamlMapping ? ReadAny(node, context) : Misfit(node, context);

    private static YamlScalar WriteScalar(ConfigScalar scalar) =>
        scalar.Value is string text
            ? YamlScalars.String(text)
            : YamlScalars.Of(new YamlValue(YamlKind.Null, scalar.Value));

    private ConfigValue MergeAny(string key, ConfigValue old, ConfigValue added, MergeContext context)
    {
        switch (old, added)
        {
            case (ConfigMap, ConfigMap):
                return context.Merge(key, this, old, added, overwrites: false);
            case (ConfigList left, ConfigList right):
                left.Items.AddRange(right.Items.Select(static i => i.Clone()));
                return left;
            case (ConfigScalar left, ConfigScalar right) when Sort(left) == Sort(right):
                return right.IsZero && right.Value is not bool ? left : right;
            default:
                var path = context.Path.Length == 0 ? key : $"{context.Path}.{key}";
                context.Add(TalosDiagnostics.MergeMismatch(path, Describe(old), Describe(added), added.Origin));
                return old;
        }
    }

    private static Type? Sort(ConfigScalar scalar) =>
        scalar.Value is BigInteger ? typeof(long) : scalar.Value?.GetType();

    private static string Describe(ConfigValue value) =>
        value switch
        {
            ConfigMap or ConfigStruct => "a map",
            ConfigList => "a list",
            ConfigScalar { Value: bool } => "true or false",
            ConfigScalar { Value: long or BigInteger } => "a whole number",
            ConfigScalar { Value: double } => "a number",
            ConfigScalar { Value: null } => "nothing",
            _ => "a text",
        };
}
