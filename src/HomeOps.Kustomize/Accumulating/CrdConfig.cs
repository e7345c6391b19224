namespace HomeOps.Kustomize;

/// <summary>Field specs from the OpenAPI definitions of <c>crds</c> files.</summary>
internal static class CrdConfig
{
    // Definitions may refer to each other in a circle.
    private const int MaxDepth = 32;

    public static TransformerConfig Load(Loader loader, IReadOnlyList<LocatedText> paths)
    {
        var result = TransformerConfig.Empty;
        foreach (var path in paths)
        {
            var source = loader.LoadText(path.Text, path.At);
            foreach (var root in NodeReader.ReadConfiguration(source))
            {
                if (root is not MapNode definitions)
                {
                    throw new KustomizeException(KustomizeDiagnostics.NotAMap(source.At(root.Span)));
                }

                foreach (var (name, _) in definitions.Entries)
                {
                    if (Properties(definitions, name) is { } properties && IsKubernetesType(properties))
                    {
                        var kind = Gvk.OfKind(name[(name.LastIndexOf('.') + 1)..]);
                        result = Collect(result, definitions, name, kind, "", 0);
                    }
                }
            }
        }

        return result;
    }

    private static MapNode? Properties(MapNode definitions, string name) =>
        definitions.Map(name)?.Map("Schema")?.Map("properties");

    private static bool IsKubernetesType(MapNode properties) =>
        properties["kind"] is not null && properties["apiVersion"] is not null && properties["metadata"] is not null;

    private static TransformerConfig Collect(
        TransformerConfig config,
        MapNode definitions,
        string name,
        Gvk kind,
        string prefix,
        int depth
    )
    {
        if (depth > MaxDepth || Properties(definitions, name) is not { } properties)
        {
            return config;
        }

        foreach (var (field, node) in properties.Entries)
        {
            if (node is not MapNode property)
            {
                continue;
            }

            var path = prefix + field;
            config = config.Merge(Read(property, kind, path));
            if (property.Text("$ref") is { Length: > 0 } reference)
            {
                config = Collect(config, definitions, reference, kind, path + "/", depth + 1);
            }
        }

        return config;
    }

    private static TransformerConfig Read(MapNode property, Gvk kind, string path)
    {
        IReadOnlyList<FieldSpec> Spec(string marker) => property[marker] is null ? [] : [new FieldSpec(kind, path)];
        var reference =
            property.Text("x-kubernetes-object-ref-api-version") is { } version
            && property.Text("x-kubernetes-object-ref-kind") is { } target
                ? new NameReference(
                    Gvk.OfKind(target, version: version),
                    [new FieldSpec(kind, $"{path}/{property.Text("x-kubernetes-object-ref-name-key") ?? "name"}")]
                )
                : null;
        return new TransformerConfig
        {
            CommonAnnotations = Spec("x-kubernetes-annotation"),
            CommonLabels = Spec("x-kubernetes-label-selector"),
            NamePrefix = Spec("x-kubernetes-identity"),
            NameReferences = reference is null ? [] : [reference],
        };
    }
}
