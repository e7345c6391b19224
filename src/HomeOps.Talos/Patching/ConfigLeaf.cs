using System.Globalization;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Patching;

/// <summary>A value without keys of its own, and where it came from.</summary>
internal sealed record ConfigLeaf(string Text, Location? Origin)
{
    /// <summary>All of a config, by document and path.</summary>
    public static Dictionary<(string Document, string Path), ConfigLeaf> Of(MachineConfig config)
    {
        var leaves = new Dictionary<(string Document, string Path), ConfigLeaf>();
        foreach (var document in config.Documents)
        {
            Visit(document.Value, "", (path, leaf) => leaves.TryAdd((document.Id, path), leaf));
        }

        return leaves;
    }

    private static void Visit(ConfigValue value, string path, Action<string, ConfigLeaf> add)
    {
        switch (value)
        {
            case ConfigStruct part:
                for (var i = 0; i < part.Type.Fields.Count; i++)
                {
                    if (part[i] is { } field)
                    {
                        Visit(field, Join(path, part.Type.Fields[i].Name), add);
                    }
                }

                break;
            case ConfigMap { Entries.Count: > 0 } map:
                foreach (var (key, entry) in map.Entries)
                {
                    Visit(entry, Join(path, key), add);
                }

                break;
            case ConfigList { Items.Count: > 0 } list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Visit(list.Items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), add);
                }

                break;
            default:
                add(path, new ConfigLeaf((value as ConfigScalar)?.Text ?? "", value.Origin));
                break;
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
