namespace HomeOps.Kustomize;

/// <summary>Walks an object along a <see cref="FieldSpec"/> and changes what it leads to.</summary>
internal static class FieldVisitor
{
    /// <summary>What is made where a field with <c>create</c> is missing.</summary>
    public enum Creation
    {
        Nothing,
        Scalar,
        Map,
    }

    /// <summary>Calls a function for every field the spec leads to; what it returns takes the field's place, null leaves it.</summary>
    public static void Visit(Resource resource, FieldSpec spec, Creation creation, Func<Node, Node?> change)
    {
        if (resource.Gvk.IsSelectedBy(spec.Gvk))
        {
            Walk(resource, resource.Root, spec, 0, creation, change);
        }
    }

    private static Node? Walk(
        Resource resource,
        Node node,
        FieldSpec spec,
        int depth,
        Creation creation,
        Func<Node, Node?> change
    )
    {
        if (depth == spec.Parts.Length)
        {
            return change(node);
        }

        switch (node)
        {
            case ScalarNode { Tag: ScalarTag.Null }:
                return null;
            case MapNode map:
                WalkMap(resource, map, spec, depth, creation, change);
                return null;
            case SeqNode sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    if (Walk(resource, sequence.Items[i], spec, depth, creation, change) is { } changed)
                    {
                        Overwrite(sequence.Items, i, changed);
                    }
                }

                return null;
            default:
                throw new KustomizeException(
                    KustomizeDiagnostics.ScalarOnPath(spec.Path, resource.CurrentId, resource.At.Source.At(node.Span))
                );
        }
    }

    private static void Overwrite(IList<Node> items, int i, Node changed)
    {
        if (items[i] is ScalarNode old && changed is ScalarNode scalar)
        {
            old.Become(scalar);
        }
        else
        {
            items[i] = changed;
        }
    }

    private static void WalkMap(
        Resource resource,
        MapNode map,
        FieldSpec spec,
        int depth,
        Creation creation,
        Func<Node, Node?> change
    )
    {
        var part = spec.Parts[depth];
        var isSequence = part.EndsWith("[]", StringComparison.Ordinal);
        var name = isSequence ? part[..^2] : part;
        if (name.Length == 0)
        {
            throw new KustomizeException(KustomizeDiagnostics.EmptyPathPart(spec.Path, resource.At));
        }

        var field = map[name];
        var creates = spec.Creates && creation != Creation.Nothing && !isSequence;
        if (creates && Node.IsMissingOrNull(field))
        {
            field = depth + 1 < spec.Parts.Length || creation == Creation.Map ? new MapNode() : ScalarNode.String("");
            map.Set(name, field);
        }

        if (field is null)
        {
            return;
        }

        if (isSequence && field is ScalarNode { Tag: ScalarTag.Null })
        {
            map.Set(name, new SeqNode());
            return;
        }

        if (Walk(resource, field, spec, depth + 1, creation, change) is { } changed)
        {
            map.Overwrite(name, changed);
        }
    }
}
