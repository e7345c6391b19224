namespace HomeOps.Kustomize;

/// <summary>Adds labels or annotations.</summary>
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
            foreach (var spec in fields)
            {
                FieldVisitor.Visit(resource, spec, FieldVisitor.Creation.Map, node => Set(resource, spec, node));
            }
        }
    }

    private Node? Set(Resource resource, FieldSpec spec, Node node)
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
        foreach (var (key, value) in pairs)
        {
            map.SetText(key, value);
        }

        return map;
    }
}
