using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>
/// Strategic merge patches (flux.md 2K.6): maps are merged field by field, lists by the keys of their type, everything else is replaced.
/// Null removes, and <c>$patch</c> says otherwise.
/// </summary>
internal sealed class StrategicMerge
{
    private readonly KubernetesMergeKeys schemas;
    private readonly Location at;

    private StrategicMerge(KubernetesMergeKeys schemas, Location at) => (this.schemas, this.at) = (schemas, at);

    /// <summary>The object with the patch applied; null when the patch deletes it. Both trees are used up.</summary>
    /// <param name="target">The object.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="schemas">Which lists are merged.</param>
    /// <param name="at">The patch's place, for findings.</param>
    public static MapNode? Merge(MapNode target, MapNode patch, KubernetesMergeKeys schemas, Location at) =>
        new StrategicMerge(schemas, at).Merge(target, patch, null) as MapNode;

    /// <summary>The patch's place, for findings about all of it.</summary>
    public Location At => at;

    /// <summary>What becomes of a value; null when it goes away.</summary>
    /// <param name="own">
    /// The object's value; null when it has none. What only the patch has is merged into itself, which carries out what it says.
    /// </param>
    /// <param name="patch">The patch's value; null when it does not mention the field.</param>
    /// <param name="schema">What is known of the type.</param>
    public Node? Merge(Node? own, Node? patch, MergeSchema? schema)
    {
        CheckKinds(own, patch);
        schema ??= SchemaOf(own) ?? SchemaOf(patch);
        return patch switch
        {
            null => Keep(own, schema),
            ScalarNode { Tag: ScalarTag.Null } => null,
            MapNode map => MergeMaps(own as MapNode, map, schema),
            SeqNode list => MergeLists(own as SeqNode, list, schema),
            ScalarNode scalar when own is ScalarNode old => scalar.WithQuotesOf(old),
            _ => patch,
        };
    }

    // What the patch does not mention stays, but for a null that is written as nothing at all. Keyed lists lose their duplicates all the same.
    private Node? Keep(Node? own, MergeSchema? schema)
    {
        switch (own)
        {
            case ScalarNode { Tag: ScalarTag.Null, Text: "" }:
                return null;
            case MapNode map:
                MergeFields(map, new MapNode(), schema);
                return map;
            case SeqNode list when schema?.Keys is { } keys:
                return ListMerge.Merge(this, list, new SeqNode(), keys, schema.Items);
            default:
                return own;
        }
    }

    private MapNode? MergeMaps(MapNode? own, MapNode patch, MergeSchema? schema)
    {
        switch (MergeDirective.Take(patch, at))
        {
            case MergeDirectiveKind.Delete:
                return null;
            case MergeDirectiveKind.Merge when own is not null:
                MergeFields(own, patch, schema);
                return own;
            default:
                MergeFields(patch, patch, schema);
                return patch;
        }
    }

    private void MergeFields(MapNode own, MapNode patch, MergeSchema? schema)
    {
        // In order, since of two fields that share a value the last one set decides.
        foreach (var key in Keys(own, patch))
        {
            if (Merge(own[key], patch[key], schema?.Field(key)) is { } merged)
            {
                own.Overwrite(key, merged);
            }
            else
            {
                own.Remove(key);
            }
        }
    }

    private static string[] Keys(MapNode own, MapNode patch)
    {
        var keys = own.Entries.Concat(patch.Entries).Select(static e => e.Key).Distinct().ToArray();
        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    private SeqNode? MergeLists(SeqNode? own, SeqNode patch, MergeSchema? schema)
    {
        if (schema?.Keys is not { } keys)
        {
            return patch;
        }

        // What a patch says about a list that the object does not have is no directive, only an item without a key.
        return (own is null ? MergeDirectiveKind.Replace : MergeDirective.Take(patch, at)) switch
        {
            MergeDirectiveKind.Delete => null,
            MergeDirectiveKind.Merge when own is not null => ListMerge.Merge(this, own, patch, keys, schema.Items),
            _ => ListMerge.Merge(this, patch, patch, keys, schema.Items),
        };
    }

    // An object inside an object, as in a List, has its own type.
    private MergeSchema? SchemaOf(Node? node) =>
        node is MapNode map
        && map.Text("kind") is { Length: > 0 } kind
        && map.Text("apiVersion") is { Length: > 0 } version
            ? schemas.Find(version, kind)
            : null;

    private void CheckKinds(Node? own, Node? patch)
    {
        if (Node.IsMissingOrNull(own) || Node.IsMissingOrNull(patch) || own?.GetType() == patch?.GetType())
        {
            return;
        }

        var expected = own switch
        {
            MapNode => "a map",
            SeqNode => "a list",
            _ => "a single value",
        };
        throw new KustomizeException(
            KustomizeDiagnostics.PatchKindMismatch(expected, MergeDirective.Place(patch ?? own, at))
        );
    }
}
