using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>What <c>$patch</c> says is to be done with the map or list it stands in.</summary>
internal static class MergeDirective
{
    private const string Key = "$patch";

    /// <summary>Reads the directive of a map and takes it out.</summary>
    public static MergeDirectiveKind Take(MapNode map, Location at)
    {
        if (map[Key] is not { } node)
        {
            return MergeDirectiveKind.Merge;
        }

        map.Remove(Key);
        return Parse(node, at);
    }

    /// <summary>
    /// Reads the directive of a list and takes it out: the first item with one, if it holds nothing else. All items with the same directive and
    /// the empty maps of the list go with it.
    /// </summary>
    public static MergeDirectiveKind Take(SeqNode list, Location at)
    {
        var first = list.Items.OfType<MapNode>().FirstOrDefault(static m => m[Key] is not null);
        if (first is not { Count: 1 } || first[Key] is not { } node)
        {
            return MergeDirectiveKind.Merge;
        }

        for (var i = list.Items.Count - 1; i >= 0; i--)
        {
            if (list.Items[i] is MapNode map && (map.Count == 0 || map.Text(Key) == Node.TextOf(node)))
            {
                list.Items.RemoveAt(i);
            }
        }

        return Parse(node, at);
    }

    /// <summary>Where a part of a patch stands.</summary>
    public static Location Place(Node? node, Location at) =>
        node is { Span.Length: > 0 } ? at.Source.At(node.Span) : at;

    private static MergeDirectiveKind Parse(Node node, Location at) =>
        Node.TextOf(node) switch
        {
            "delete" => MergeDirectiveKind.Delete,
            "replace" => MergeDirectiveKind.Replace,
            "merge" => MergeDirectiveKind.Merge,
            var other => throw new KustomizeException(
                KustomizeDiagnostics.UnknownDirective(other ?? "", Place(node, at))
            ),
        };
}

/// <summary>What is to be done with a value of the object.</summary>
internal enum MergeDirectiveKind
{
    /// <summary>The patch is merged into it.</summary>
    Merge,

    /// <summary>The patch takes its place.</summary>
    Replace,

    /// <summary>It is removed.</summary>
    Delete,
}
