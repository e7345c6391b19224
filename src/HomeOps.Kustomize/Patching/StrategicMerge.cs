using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// Strategic merge patches. Both trees are walked together; what only the patch has is walked against itself, which carries out the
/// directives in it and drops its nulls.
/// </summary>
internal sealed partial class StrategicMerge
{
    private const string Directive = "$patch";

    private readonly KubernetesMergeKeys schemas;
    private readonly Location at;

    private StrategicMerge(KubernetesMergeKeys schemas, Location at) => (this.schemas, this.at) = (schemas, at);

    /// <summary>The object with the patch applied; null when the patch deletes it. Both trees are used up.</summary>
    /// <param name="target">The object.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="schemas">Which lists are merged.</param>
    /// <param name="at">The patch's place, for findings.</param>
    public static MapNode? Merge(MapNode target, MapNode patch, KubernetesMergeKeys schemas, Location at) =>
        new StrategicMerge(schemas, at).Walk(target, patch, null) as MapNode;

    private Node? Walk(Node? target, Node? patch, MergeSchema? schema)
    {
        schema ??= SchemaOf(target) ?? SchemaOf(patch);
        var first = Node.IsMissingOrNull(target) ? patch : target;
        if (Node.IsMissingOrNull(first) || first is MapNode)
        {
            CheckKind<MapNode>(target, patch, "a map");
            return WalkMap(target, patch, schema);
        }

        if (first is SeqNode)
        {
            CheckKind<SeqNode>(target, patch, "a list");
            return schema?.Keys is { } keys ? WalkKeyed(target, patch, schema, keys) : patch ?? target;
        }

        CheckKind<ScalarNode>(target, patch, "a single value");
        return patch ?? target;
    }

    private MergeSchema? SchemaOf(Node? node) =>
        node is MapNode map
        && map.Text("kind") is { Length: > 0 } kind
        && map.Text("apiVersion") is { Length: > 0 } version
            ? schemas.Find(version, kind)
            : null;

    private void CheckKind<T>(Node? target, Node? patch, string expected)
        where T : Node
    {
        if ((!Node.IsMissingOrNull(target) && target is not T) || (!Node.IsMissingOrNull(patch) && patch is not T))
        {
            throw new KustomizeException(
                KustomizeDiagnostics.PatchKindMismatch(expected, patch is null ? at : At(patch))
            );
        }
    }

    private Node? WalkMap(Node? target, Node? patch, MergeSchema? schema)
    {
        var (result, isOwn) = VisitMap(target, patch);
        if (result is not MapNode merged)
        {
            return result;
        }

        var patchMap = patch as MapNode;
        foreach (var key in Keys(merged, patchMap))
        {
            var own = merged[key];
            var value = Walk(own, isOwn ? own : patchMap?[key], schema?.Field(key));
            if (value is null || (Node.IsMissingOrNull(value) && !IsKeptNull(own, value, isOwn ? own : patchMap?[key])))
            {
                merged.Remove(key);
            }
            else if (value is ScalarNode scalar && own is ScalarNode old)
            {
                merged.Set(key, scalar.WithQuotesOf(old));
            }
            else
            {
                merged.Set(key, value);
            }
        }

        return merged;
    }

    // A null of the object that the patch does not mention stays, unless it is written as nothing at all.
    private static bool IsKeptNull(Node? own, Node? value, Node? patch) =>
        patch is null && ReferenceEquals(own, value) && value is ScalarNode { Text.Length: > 0 };

    // What the result is made from, and whether that is the patch itself.
    private (Node? Result, bool IsPatch) VisitMap(Node? target, Node? patch)
    {
        if (Node.IsMissingOrNull(target))
        {
            return patch is MapNode added && ReadDirective(added) == MergeDirective.Delete ? (null, false)
                : patch is null && target is ScalarNode { Text.Length: > 0 } ? (target, false)
                : (patch, true);
        }

        if (patch is ScalarNode)
        {
            return (null, false);
        }

        return (patch is null ? MergeDirective.Merge : ReadDirective((MapNode)patch)) switch
        {
            MergeDirective.Delete => (null, false),
            MergeDirective.Replace => (patch, true),
            _ => (target, false),
        };
    }

    private MergeDirective ReadDirective(MapNode map)
    {
        if (map[Directive] is not { } node)
        {
            return MergeDirective.Merge;
        }

        var directive = Parse(node);
        map.Remove(Directive);
        return directive;
    }

    private MergeDirective Parse(Node node) =>
        Node.TextOf(node) switch
        {
            "delete" => MergeDirective.Delete,
            "replace" => MergeDirective.Replace,
            "merge" => MergeDirective.Merge,
            var other => throw new KustomizeException(KustomizeDiagnostics.UnknownDirective(other ?? "", At(node))),
        };

    private Location At(Node node) => node.Span.Length > 0 ? at.Source.At(node.Span) : at;

    private static List<string> Keys(MapNode merged, MapNode? patch)
    {
        var keys = new List<string>(merged.Count);
        foreach (var (key, _) in merged.Entries)
        {
            keys.Add(key);
        }

        foreach (var (key, _) in patch?.Entries ?? [])
        {
            if (merged[key] is null)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private enum MergeDirective
    {
        Merge,
        Replace,
        Delete,
    }
}
