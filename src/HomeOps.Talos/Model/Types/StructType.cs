using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>A map with fixed keys, written in the order they are declared in. An unknown key is an error.</summary>
internal class StructType(IReadOnlyList<Field> fields) : ConfigType
{
    public override string Noun => "a map";

    /// <summary>Its keys in the order in which they are written.</summary>
    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>The place of a key, or -1.</summary>
    public int Find(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (string.Equals(Fields[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of a key that is there.</summary>
    public int Require(string name) =>
        Find(name) is >= 0 and var at ? at : throw new ArgumentException($"no key '{name}'", nameof(name));

    /// <summary>A value of this type without any key.</summary>
    public ConfigStruct New() => new(this);

    public override YamlNode Write(ConfigValue? value)
    {
        var entries = Entries((value as ConfigStruct) ?? New());
        return new YamlMapping(entries, entries.Count == 0 ? CollectionStyle.Flow : CollectionStyle.Block);
    }

    public List<YamlEntry> Entries(ConfigStruct value)
    {
        var entries = new List<YamlEntry>(Fields.Count);
        for (var i = 0; i < Fields.Count; i++)
        {
            var field = Fields[i];
            if (IsWritten(field, value[i]))
            {
                var node = value[i] is null && field.Pointer ? new YamlScalar("null") : field.Type.Write(value[i]);
                entries.Add(new YamlEntry(YamlScalars.String(field.Name), node));
            }
        }

        return entries;
    }

    public override bool IsEmpty(ConfigValue? value)
    {
        if (value is ConfigStruct filled)
        {
            for (var i = 0; i < Fields.Count; i++)
            {
                if (Fields[i].Pointer ? filled[i] is not null : !Fields[i].Type.IsEmpty(filled[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public override ConfigValue Merge(ConfigValue left, ConfigValue right, bool overwrites, MergeContext context)
    {
        var (target, patch) = ((ConfigStruct)left, (ConfigStruct)right);
        for (var i = 0; i < Fields.Count; i++)
        {
            if (patch[i] is not { } added)
            {
                continue;
            }

            var field = Fields[i];
            target[i] =
                target[i] is not { } old ? added.Clone()
                : field.Replaces ? Replace(field, old, added)
                : context.Merge(field.Name, field.Type, old, added, field.Pointer);
        }

        return left;
    }

    protected override ConfigValue? ReadPresent(YamlNode node, ReadContext context)
    {
        if (node is not YamlMapping mapping)
        {
            return Misfit(node, context);
        }

        var value = new ConfigStruct(this) { Origin = context.At(node) };
        foreach (var entry in mapping.Entries)
        {
            var name = entry.Name ?? "";
            var at = Find(name);
            if (at < 0)
            {
                var meant = Spelling.Nearest(name, Fields.Select(static f => f.Name));
                context.UnknownKey(name, meant, entry.Key);
                continue;
            }

            value[at] = context.Read(name, Fields[at].Type, entry.Value);
        }

        return value;
    }

    // A list that is there counts even when it is empty; a free map only with content.
    private static ConfigValue Replace(Field field, ConfigValue old, ConfigValue added) =>
        added is ConfigMap && field.Type.IsEmpty(added) ? old : added.Clone();

    private static bool IsWritten(Field field, ConfigValue? value) =>
        field.Always || (field.Pointer ? value is not null : !field.Type.IsEmpty(value));
}
