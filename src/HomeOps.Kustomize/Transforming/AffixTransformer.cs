namespace HomeOps.Kustomize;

/// <summary>Adds a prefix or a suffix to names.</summary>
internal sealed class AffixTransformer(string affix, bool isPrefix, IReadOnlyList<FieldSpec> fields)
{
    public void Transform(ResMap objects)
    {
        foreach (var resource in objects.Resources)
        {
            var id = resource.OriginalId;
            if (IsSkipped(id.Gvk))
            {
                continue;
            }

            foreach (var spec in fields)
            {
                if (id.Gvk.IsSelectedBy(spec.Gvk))
                {
                    Transform(resource, spec);
                }
            }
        }
    }

    // Their names mean something to others.
    private static bool IsSkipped(Gvk gvk) =>
        gvk.Kind is "CustomResourceDefinition" or "Namespace"
        || gvk is { Kind: "APIService", Group: "apiregistration.k8s.io" };

    private void Transform(Resource resource, FieldSpec spec)
    {
        if (spec.Path == "metadata/name" && affix.Length > 0)
        {
            resource.AddAffix(affix, isPrefix);
            resource.StorePreviousId();
        }

        FieldVisitor.Visit(
            resource,
            spec,
            FieldVisitor.Creation.Scalar,
            node =>
            {
                if (node is not ScalarNode scalar)
                {
                    throw new KustomizeException(
                        KustomizeDiagnostics.NotScalar(spec.Path, resource.CurrentId, resource.At)
                    );
                }

                // Without quotes around the old text the new one may be a number.
                return ScalarNode.Untyped(isPrefix ? affix + scalar.Text : scalar.Text + affix).WithQuotesOf(scalar);
            }
        );
    }
}
