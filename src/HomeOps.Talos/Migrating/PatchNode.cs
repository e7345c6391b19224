using HomeOps.Talos.Model;
using HomeOps.Yaml;

namespace HomeOps.Talos.Migrating;

/// <summary>Documents as they are written in patches: only the keys that say something.</summary>
internal static class PatchNode
{
    /// <summary>A document with some fields; a field's name may lead through structs, parts joined by dots.</summary>
    public static YamlMapping Of(DocumentKind kind, params ReadOnlySpan<(string Field, ConfigValue? Value)> fields)
    {
        var document = kind.New();
        foreach (var (field, value) in fields)
        {
            Put(document, field.Split('.'), value);
        }

        return new YamlMapping([
            Entry("apiVersion", YamlScalars.String("v1alpha1")),
            Entry("kind", YamlScalars.String(kind.Name)),
            .. Entries(document),
        ]);
    }

    /// <summary>A patch that removes a document, or what a path in it leads to.</summary>
    public static YamlMapping Deleting(DocumentKind kind, string name = "", params ReadOnlySpan<string> path)
    {
        // A dollar sign in a patch begins a variable; two are one.
        YamlEntry delete = Entry("$$patch", YamlScalars.String("delete"));
        for (var i = path.Length - 1; i >= 0; i--)
        {
            delete = Entry(path[i], new YamlMapping([delete]));
        }

        return new YamlMapping([
            Entry("apiVersion", YamlScalars.String("v1alpha1")),
            Entry("kind", YamlScalars.String(kind.Name)),
            .. name.Length == 0 ? (YamlEntry[])[] : [Entry("name", YamlScalars.String(name))],
            delete,
        ]);
    }

    private static void Put(ConfigStruct owner, ReadOnlySpan<string> path, ConfigValue? value)
    {
        foreach (var part in path[..^1])
        {
            owner = owner.Open(part);
        }

        var field = owner.Type.Fields[owner.Type.Require(path[^1])];
        owner.Put(field.Name, value is null ? null : As(field.Type, value));
    }

    // Structs of the main document and of the new one have the same keys, each in its own order.
    private static ConfigValue As(ConfigType type, ConfigValue value)
    {
        switch (type, value)
        {
            case (StructType wanted, ConfigStruct given):
                var made = new ConfigStruct(wanted);
                foreach (var field in wanted.Fields)
                {
                    var at = given.Type.Find(field.Name);
                    made[field.Name] = at >= 0 && given[at] is { } inner ? As(field.Type, inner) : null;
                }

                return made;
            case (ListType wanted, ConfigList given):
                return new ConfigList(given.Items.ConvertAll(i => As(wanted.Element, i)));
            default:
                return value;
        }
    }

    private static IEnumerable<YamlEntry> Entries(ConfigStruct value) =>
        value.Type.Fields.Where(f => value[f.Name] is not null).Select(f => Entry(f.Name, Node(f.Type, value[f.Name])));

    private static YamlNode Node(ConfigType type, ConfigValue? value) =>
        (type, value) switch
        {
            (_, ConfigStruct part) => new YamlMapping([.. Entries(part)]),
            (ListType list, ConfigList { Items.Count: > 0 } items) => new YamlSequence(
                items.Items.ConvertAll(i => Node(list.Element, i)),
                CollectionStyle.Block
            ),
            _ => type.Write(value),
        };

    private static YamlEntry Entry(string key, YamlNode value) => new(YamlScalars.String(key), value);
}
