namespace HomeOps.Schema;

/// <summary>
/// The merge keys of Kubernetes' built-in kinds, as kustomize 5 knows them (Kubernetes 1.21). Lists of other kinds, custom resources
/// above all, are replaced by patches.
/// </summary>
public sealed class KubernetesMergeKeys
{
    private static readonly KubernetesMergeKeys Table = Parse(KubernetesMergeTable.Text);

    private readonly Dictionary<(string ApiVersion, string Kind), MergeSchema> kinds = [];

    internal KubernetesMergeKeys() { }

    /// <summary>The built-in kinds.</summary>
    public static KubernetesMergeKeys BuiltIn => Table;

    /// <summary>The schema of a kind, or null when it is not known.</summary>
    public MergeSchema? Find(string apiVersion, string kind) => kinds.GetValueOrDefault((apiVersion, kind));

    /// <summary>These kinds and those of another set, which decides about kinds that are in both.</summary>
    public KubernetesMergeKeys With(KubernetesMergeKeys other)
    {
        var result = new KubernetesMergeKeys();
        foreach (var (kind, schema) in kinds.Concat(other.kinds))
        {
            result.kinds[kind] = schema;
        }

        return result;
    }

    internal void Add(string apiVersion, string kind, MergeSchema schema) => kinds[(apiVersion, kind)] = schema;

    // The form is described in KubernetesMergeTable.
    private static KubernetesMergeKeys Parse(string table)
    {
        var types = new Dictionary<string, MergeSchema>(StringComparer.Ordinal);
        var result = new KubernetesMergeKeys();
        foreach (var line in table.Split('\n'))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                foreach (var kind in line[(colon + 2)..].Split(", "))
                {
                    var blank = kind.IndexOf(' ', StringComparison.Ordinal);
                    result.Add(kind[..blank], kind[(blank + 1)..], TypeOf(types, line[2..colon]));
                }

                continue;
            }

            var words = line.Split(' ');
            var type = TypeOf(types, words[0]);
            foreach (var word in words.AsSpan(1))
            {
                AddField(types, type, word);
            }
        }

        return result;
    }

    private static void AddField(Dictionary<string, MergeSchema> types, MergeSchema type, string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        var target = equals < 0 ? null : TypeOf(types, word[(equals + 1)..]);
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket >= 0)
        {
            var keys = name[(bracket + 1)..^1];
            type.Add(
                name[..bracket],
                new MergeSchema { Keys = keys.Length == 0 ? [] : keys.Split(','), Items = target ?? MergeSchema.Leaf }
            );
        }
        else if (target is not null)
        {
            type.Add(name, target);
        }
    }

    private static MergeSchema TypeOf(Dictionary<string, MergeSchema> types, string name)
    {
        if (!types.TryGetValue(name, out var type))
        {
            types[name] = type = new MergeSchema();
        }

        return type;
    }
}
