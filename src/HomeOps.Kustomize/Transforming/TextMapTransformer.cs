namespace HomeOps.Kustomize;

/// <summary>
/// Adds labels or annotations. As in kustomize, the fields of one object that get the same entry share its value from then on: a patch or a
/// transformer that later changes the label in <c>metadata/labels</c> changes it in selectors and templates, too.
/// </summary>
internal sealed class TextMapTransformer(IReadOnlyDictionary<string, string> pairs, IReadOnlyList<FieldSpec> fields)
{
    public void Transform(ResMap objects)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        foreach (var resource in objects.Resources)
        {
            var values = new List<(string Key, ScalarNode Value)>(pairs.Count);
            foreach (var (key, value) in pairs)
            {
                values.Add((key, ScalarNode.String(value)));
            }

            foreach (var spec in fields)
            {
                FieldVisitor.Visit(
                    resource,
                    spec,
                    FieldVisitor.Creation.Map,
                    node => Set(resource, spec, node, values)
                );
            }
        }
    }

    private static MapNode? Set(
        Resource resource,
        FieldSpec spec,
        Node node,
        List<(string Key, ScalarNode Value)> values
    )
    {
        // Kustomize keeps what is put below a null, and finds it again only where it reads annotations.
        var isNull = node is ScalarNode { Tag: ScalarTag.Null };
        if (isNull && spec.Path != "metadata/annotations")
        {
            return null;
        }

        var map = isNull
            ? new MapNode()
            : node as MapNode
                ?? throw new KustomizeException(
                    KustomizeDiagnostics.NotMap(spec.Path, resource.CurrentId, resource.At)
                );
        foreach (var (key, value) in values)
        {
            map.Overwrite(key, value);
        }

        return map;
    }
}
