using HomeOps.Yaml;

namespace HomeOps.Schema;

/// <summary>Merge keys from an OpenAPI v2 document, as <c>kubectl get --raw /openapi/v2</c> prints it (JSON or YAML).</summary>
public static class OpenApiMergeKeys
{
    // Schemas may refer to themselves; beyond this depth no list of a real object is keyed.
    private const int MaxDepth = 64;

    /// <summary>
    /// The kinds that its <c>definitions</c> declare by <c>x-kubernetes-group-version-kind</c>. What is not understood is passed over.
    /// </summary>
    public static KubernetesMergeKeys Read(YamlDocument document)
    {
        var result = new KubernetesMergeKeys();
        if ((document.Root as YamlMapping)?["definitions"] is not YamlMapping definitions)
        {
            return result;
        }

        var known = new Dictionary<string, MergeSchema>(StringComparer.Ordinal);
        foreach (var entry in definitions.Entries)
        {
            if (entry.Value.Resolved is not YamlMapping schema)
            {
                continue;
            }

            foreach (var gvk in Items(schema["x-kubernetes-group-version-kind"]))
            {
                if (gvk is YamlMapping map && Text(map["version"]) is { } version && Text(map["kind"]) is { } kind)
                {
                    var group = Text(map["group"]);
                    var apiVersion = string.IsNullOrEmpty(group) ? version : $"{group}/{version}";
                    result.Add(apiVersion, kind, Resolve(definitions, known, entry.Name ?? "", 0));
                }
            }
        }

        return result;
    }

    private static MergeSchema Resolve(
        YamlMapping definitions,
        Dictionary<string, MergeSchema> known,
        string name,
        int depth
    )
    {
        if (known.TryGetValue(name, out var type))
        {
            return type;
        }

        known[name] = type = new MergeSchema();
        if (definitions[name] is YamlMapping schema)
        {
            Fill(type, definitions, known, schema, depth);
        }

        return type;
    }

    private static void Fill(
        MergeSchema type,
        YamlMapping definitions,
        Dictionary<string, MergeSchema> known,
        YamlMapping schema,
        int depth
    )
    {
        if (schema["properties"] is YamlMapping properties)
        {
            foreach (var entry in properties.Entries)
            {
                if (entry.Name is { } field && entry.Value.Resolved is YamlMapping property)
                {
                    type.Add(field, Convert(definitions, known, property, depth + 1));
                }
            }
        }

        if (schema["additionalProperties"] is YamlMapping values)
        {
            type.Values = Convert(definitions, known, values, depth + 1);
        }
    }

    private static MergeSchema Convert(
        YamlMapping definitions,
        Dictionary<string, MergeSchema> known,
        YamlMapping schema,
        int depth
    )
    {
        if (depth > MaxDepth)
        {
            return MergeSchema.Leaf;
        }

        const string Prefix = "#/definitions/";
        if (Text(schema["$ref"]) is { } reference && reference.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return Resolve(definitions, known, reference[Prefix.Length..], depth);
        }

        var type = new MergeSchema();
        Fill(type, definitions, known, schema, depth);
        var strategy = Text(schema["x-kubernetes-patch-strategy"]);
        if (strategy is not null && Array.IndexOf(strategy.Split(','), "merge") >= 0)
        {
            type.Keys = KeysOf(schema);
        }

        if (schema["items"] is YamlMapping items)
        {
            type.Items = Convert(definitions, known, items, depth + 1);
        }

        return type;
    }

    private static string[] KeysOf(YamlMapping schema)
    {
        var keys = new List<string>();
        foreach (var key in Items(schema["x-kubernetes-list-map-keys"]))
        {
            keys.Add(Text(key) ?? "");
        }

        if (keys.Count == 0 && Text(schema["x-kubernetes-patch-merge-key"]) is { } single)
        {
            keys.Add(single);
        }

        return [.. keys];
    }

    private static IReadOnlyList<YamlNode> Items(YamlNode? node) => (node as YamlSequence)?.Items ?? [];

    private static string? Text(YamlNode? node) => (node?.Resolved as YamlScalar)?.Value;
}
