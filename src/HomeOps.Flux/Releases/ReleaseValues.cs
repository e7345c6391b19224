using System.Globalization;
using System.Text;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Merges the values of a HelmRelease: valuesFrom in its order, inline values over them; maps deep, everything else replaced.</summary>
internal sealed class ReleaseValues(ObjectIndex index, FluxOptions options, List<Diagnostic> findings)
{
    private const string DefaultKey = "values.yaml";

    /// <summary>Whether placeholders stand for values of Secrets, for what is shown to people.</summary>
    public bool HidesSecrets { get; init; }

    public MapNode Merge(KustomizeResource o, SpecFields spec)
    {
        var result = new MapNode();
        foreach (var entry in spec.Children("valuesFrom"))
        {
            entry.Allow(["kind", "name", "valuesKey", "targetPath", "optional", "literal"]);
            Add(result, o, entry);
        }

        if (spec.Child("values").Map is { } inline)
        {
            Merge(result, inline);
        }

        return result;
    }

    /// <summary>Merges a map over another.</summary>
    public static void Merge(MapNode under, MapNode over)
    {
        foreach (var (key, value) in over.Entries)
        {
            if (value is MapNode map && under[key] is MapNode existing)
            {
                Merge(existing, map);
            }
            else
            {
                under.Set(key, value.Copy());
            }
        }
    }

    private void Add(MapNode result, KustomizeResource o, SpecFields entry)
    {
        var key = new ObjectKey(entry.RequiredText("kind"), o.Namespace, entry.RequiredText("name"));
        if (key.Kind is not ("ConfigMap" or "Secret") || key.Name.Length == 0)
        {
            if (key.Kind is not ("ConfigMap" or "Secret" or ""))
            {
                findings.Add(
                    FluxDiagnostics.UnknownSourceKind(key.Kind, ["ConfigMap", "Secret"], entry.LocationOf("kind"))
                );
            }

            return;
        }

        var isOptional = entry.Bool("optional");
        if (index.Find(key) is not { } holder)
        {
            if (!isOptional)
            {
                findings.Add(new MissingValues(index, options).Finding(key, entry.LocationOf("name")));
            }

            return;
        }

        var values = ObjectValues.Read(holder, options);
        var name = entry.Text("valuesKey") is { Length: > 0 } asked ? asked : DefaultKey;
        var found = values.FirstOrDefault(v => v.Key == name);
        if (found.Key is null)
        {
            if (!isOptional)
            {
                findings.Add(
                    FluxDiagnostics.NoKey(
                        name,
                        key,
                        Spelling.Nearest(name, values.Select(static v => v.Key)),
                        entry.LocationOf(entry.Has("valuesKey") ? "valuesKey" : "name")
                    )
                );
            }

            return;
        }

        var target = entry.Text("targetPath");
        var isHidden = HidesSecrets && key.Kind == "Secret";
        if (target.Length > 0)
        {
            Set(
                result,
                SplitPath(target),
                isHidden ? Placeholder.Of(name, PlaceholderStyle.Marked) : found.Value,
                entry.Bool("literal")
            );
        }
        else if (isHidden)
        {
            result.SetText(name, Placeholder.Of(name, PlaceholderStyle.Marked));
        }
        else if (!ObjectValues.IsEncrypted(holder, name))
        {
            MergeText(result, found.Value, key, name, entry.LocationOf("name"));
        }
    }

    private void MergeText(MapNode result, string text, ObjectKey key, string name, Location at)
    {
        // The place of a mistake would be one in a value, which may be secret.
        if (!Node.TryReadAll(new SourceText(key.ToString(), text), out var roots, out var mistake))
        {
            var reason = key.Kind == "Secret" ? "it is no YAML" : mistake.Message;
            findings.Add(FluxDiagnostics.NoValuesMap(name, key, reason, at));
        }
        else if (roots is [MapNode map, ..])
        {
            Merge(result, map);
        }
        else if (roots is not ([] or [ScalarNode { Tag: ScalarTag.Null }, ..]))
        {
            findings.Add(FluxDiagnostics.NoValuesMap(name, key, "it is no map", at));
        }
    }

    private static void Set(MapNode map, List<string> path, string value, bool isLiteral)
    {
        foreach (var part in path.SkipLast(1))
        {
            if (map[part] is not MapNode inner)
            {
                inner = new MapNode();
                map.Set(part, inner);
            }

            map = inner;
        }

        map.Set(path[^1], isLiteral ? ScalarNode.String(value) : Typed(value));
    }

    // As helm's --set: numbers and truth values are such unless quoted.
    private static ScalarNode Typed(string value) =>
        value is "true" or "false" ? new ScalarNode(value, ScalarTag.Bool)
        : value == "null" ? new ScalarNode(value, ScalarTag.Null)
        : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        && (value == "0" || !value.StartsWith('0'))
            ? new ScalarNode(value, ScalarTag.Int)
        : value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? ScalarNode.String(value[1..^1])
        : ScalarNode.String(value);

    // Dots separate, "\." is a dot.
    private static List<string> SplitPath(string path)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '\\' && i + 1 < path.Length)
            {
                part.Append(path[++i]);
            }
            else if (path[i] == '.')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(path[i]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
