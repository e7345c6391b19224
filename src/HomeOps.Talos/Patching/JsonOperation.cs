using System.Globalization;
using HomeOps.Talos.Model;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Patching;

/// <summary>One operation of RFC 6902.</summary>
internal sealed record JsonOperation(string Name, string Path, string From, ConfigValue? Value, Location Origin)
{
    public static JsonOperation? Read(SourceText source, YamlNode node, DiagnosticBag diagnostics)
    {
        var at = source.At(node.Span);
        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(TalosDiagnostics.JsonPatchMalformed("an operation is a map with 'op' and 'path'", at));
            return null;
        }

        var name = Text(mapping, "op");
        var path = Text(mapping, "path");
        var problem =
            name is not ("add" or "remove" or "replace" or "move" or "copy" or "test")
                ? $"'{name}' is no operation; use add, remove, replace, move, copy or test"
            : path.Length > 0 && !path.StartsWith('/') ? $"the path '{path}' does not begin with '/'"
            : mapping["path"] is null ? "'path' is missing"
            : name is "move" or "copy" && mapping["from"] is null ? $"'{name}' needs 'from'"
            : name is "add" or "replace" && mapping.Find("value") is null ? $"'{name}' needs 'value'"
            : null;
        if (problem is not null)
        {
            diagnostics.Add(TalosDiagnostics.JsonPatchMalformed(problem, at));
            return null;
        }

        var value = mapping["value"] is { } given
            ? FreeType.ReadAny(given, new ReadContext(source, diagnostics))
            : null;
        return new JsonOperation(name, path, Text(mapping, "from"), value, at);
    }

    /// <summary>Changes the tree; what is wrong, or null.</summary>
    public string? Apply(ref ConfigValue root)
    {
        switch (Name)
        {
            case "test":
                return !Find(root, Path, out var tested) ? "there is nothing at the path"
                    : Same(tested, Value) ? null
                    : "the value there is another one";
            case "remove":
                return Change(root, Path, Remove);
            case "replace":
                return Path.Length == 0 ? Root(ref root, Value)
                    : Find(root, Path, out _) ? Change(root, Path, (p, k) => Put(p, k, Value, inserts: false))
                    : "there is nothing at the path to replace";
            case "add":
                return Path.Length == 0
                    ? Root(ref root, Value)
                    : Change(root, Path, (p, k) => Put(p, k, Value, inserts: true));
            default:
                if (!Find(root, From, out var moved))
                {
                    return $"there is nothing at '{From}'";
                }

                return (Name == "move" ? Change(root, From, Remove) : null)
                    ?? Change(root, Path, (p, k) => Put(p, k, moved.Clone(), inserts: true));
        }
    }

    public static IReadOnlyList<string> Split(string path) =>
        path.Length == 0
            ? []
            :
            [
                .. path[1..]
                    .Split('/')
                    .Select(static p =>
                        p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
                    ),
            ];

    private static string Text(YamlMapping mapping, string key) => (mapping[key] as YamlScalar)?.Value ?? "";

    private static string? Root(ref ConfigValue root, ConfigValue? value)
    {
        root = value?.Clone() ?? new ConfigScalar(null);
        return null;
    }

    private static string? Change(ConfigValue root, string path, Func<ConfigValue, string, string?> change)
    {
        var parts = Split(path);
        var at = root;
        for (var i = 0; i < parts.Count - 1; i++)
        {
            if (!Step(at, parts[i], out at))
            {
                return $"'/{string.Join('/', parts.Take(i + 1))}' does not exist";
            }
        }

        return parts.Count == 0 ? "the whole document cannot be removed" : change(at, parts[^1]);
    }

    private static bool Find(ConfigValue root, string path, out ConfigValue found)
    {
        found = root;
        foreach (var part in Split(path))
        {
            if (!Step(found, part, out found))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Step(ConfigValue at, string key, out ConfigValue next)
    {
        next = at;
        switch (at)
        {
            case ConfigMap map when map.Entries.TryGetValue(key, out var value):
                next = value;
                return true;
            case ConfigList list when Index(key, list.Items.Count) is { } index && index < list.Items.Count:
                next = list.Items[index];
                return true;
            default:
                return false;
        }
    }

    private static string? Remove(ConfigValue parent, string key)
    {
        switch (parent)
        {
            case ConfigMap map:
                return map.Entries.Remove(key) ? null : "there is nothing at the path to remove";
            case ConfigList list when Index(key, list.Items.Count) is { } index && index < list.Items.Count:
                list.Items.RemoveAt(index);
                return null;
            default:
                return "there is nothing at the path to remove";
        }
    }

    private static string? Put(ConfigValue parent, string key, ConfigValue? value, bool inserts)
    {
        var item = value?.Clone() ?? new ConfigScalar(null);
        switch (parent)
        {
            case ConfigMap map:
                map.Entries[key] = item;
                return null;
            case ConfigList list when inserts && key == "-":
                list.Items.Add(item);
                return null;
            case ConfigList list when Index(key, list.Items.Count) is { } index && index <= list.Items.Count:
                if (inserts)
                {
                    list.Items.Insert(index, item);
                }
                else
                {
                    list.Items[index] = item;
                }

                return null;
            default:
                return "the path ends in neither a map nor a place of a list";
        }
    }

    // Counted from the end when negative, as the library that Talos uses does.
    private static int? Index(string key, int count) =>
        int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
        && (index < 0 ? index + count : index) is >= 0 and var at
            ? at
            : null;

    private static bool Same(ConfigValue? a, ConfigValue? b) =>
        (a, b) switch
        {
            (ConfigMap x, ConfigMap y) => x.Entries.Count == y.Entries.Count
                && x.Entries.All(e => y.Entries.TryGetValue(e.Key, out var other) && Same(e.Value, other)),
            (ConfigList x, ConfigList y) => x.Items.Count == y.Items.Count
                && x.Items.Zip(y.Items).All(static p => Same(p.First, p.Second)),
            (ConfigScalar x, ConfigScalar y) => Equals(x.Value, y.Value),
            (ConfigScalar { Value: null }, null) or (null, ConfigScalar { Value: null }) or (null, null) => true,
            _ => false,
        };
}
