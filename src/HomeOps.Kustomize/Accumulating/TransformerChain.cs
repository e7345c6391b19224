namespace HomeOps.Kustomize;

/// <summary>The transformers of one kustomization, in kustomize's order.</summary>
internal sealed class TransformerChain(
    BuildContext context,
    Loader loader,
    Kustomization kustomization,
    Origin? origin,
    Func<IReadOnlyList<LocatedText>, List<PluginConfig>> readConfigs
)
{
    private static readonly FieldSpec[] MetadataLabels = [new(Gvk.Any, "metadata/labels", Creates: true)];

    public void Run(Accumulator result)
    {
        var config = result.Config;
        Patch(result);
        if (kustomization.Namespace.Length > 0)
        {
            var transformer = new NamespaceTransformer(kustomization.Namespace, config.Namespace, kustomization.At);
            Apply(result, transformer.Transform, "NamespaceTransformer");
        }

        if (kustomization.NamePrefix.Length > 0)
        {
            var transformer = new AffixTransformer(kustomization.NamePrefix, isPrefix: true, config.NamePrefix);
            Apply(result, transformer.Transform, "PrefixTransformer");
        }

        if (kustomization.NameSuffix.Length > 0)
        {
            var transformer = new AffixTransformer(kustomization.NameSuffix, isPrefix: false, config.NameSuffix);
            Apply(result, transformer.Transform, "SuffixTransformer");
        }

        Label(result, config);
        if (kustomization.CommonAnnotations is { Count: > 0 } annotations)
        {
            var transformer = new TextMapTransformer(annotations, config.CommonAnnotations);
            Apply(result, transformer.Transform, "AnnotationsTransformer");
        }

        foreach (var arguments in kustomization.PatchesJson6902)
        {
            Apply(result, new JsonPatchTransformer(loader, arguments).Transform, "PatchJson6902Transformer");
        }

        foreach (var replica in kustomization.Replicas)
        {
            Apply(result, new ReplicaTransformer(replica, config.Replicas).Transform, "ReplicaCountTransformer");
        }

        foreach (var image in kustomization.Images)
        {
            Apply(
                result,
                new ImageTransformer(image, config.Images, kustomization.At).Transform,
                "ImageTagTransformer"
            );
        }

        if (kustomization.Replacements.Count > 0)
        {
            var transformer = new ReplacementTransformer(Replacement.Load(loader, kustomization.Replacements));
            Apply(result, transformer.Transform, "ReplacementTransformer");
        }

        foreach (var plugin in readConfigs(kustomization.Transformers))
        {
            plugin.Transform(result.Objects, loader, context.Schemas);
        }

        foreach (var plugin in readConfigs(kustomization.Validators))
        {
            plugin.Validate(result.Objects, loader, context.Schemas);
        }
    }

    private void Patch(Accumulator result)
    {
        if (kustomization.PatchesStrategicMerge.Count > 0)
        {
            context.UseSchemas();
            var transformer = new SmPatchTransformer(loader, kustomization.PatchesStrategicMerge, context.Schemas);
            Apply(result, transformer.Transform, "PatchStrategicMergeTransformer");
        }

        foreach (var arguments in kustomization.Patches)
        {
            var transformer = new PatchTransformer(loader, arguments, context.Schemas);
            if (transformer.IsMerge)
            {
                context.UseSchemas();
            }

            Apply(result, transformer.Transform, "PatchTransformer");
        }
    }

    private void Label(Accumulator result, TransformerConfig config)
    {
        foreach (var label in kustomization.Labels)
        {
            var fields = FieldSpecSet.Merge(label.Fields, config.Labels);
            if (label.IncludesSelectors)
            {
                fields = FieldSpecSet.Merge(fields, config.CommonLabels);
            }
            else
            {
                fields = label.IncludesTemplates ? FieldSpecSet.Merge(fields, config.TemplateLabels) : fields;
                fields = label.IncludesVolumeClaimTemplates
                    ? FieldSpecSet.Merge(fields, config.VolumeClaimTemplateLabels)
                    : fields;
                fields = FieldSpecSet.Merge(fields, MetadataLabels);
            }

            Apply(result, new TextMapTransformer(label.Pairs, fields).Transform, "LabelTransformer");
        }

        if (kustomization.Labels.Count > 0 || kustomization.CommonLabels is { Count: > 0 })
        {
            var pairs = kustomization.CommonLabels ?? new Dictionary<string, string>();
            Apply(result, new TextMapTransformer(pairs, config.CommonLabels).Transform, "LabelTransformer");
        }
    }

    private void Apply(Accumulator result, Action<ResMap> transformer, string kind)
    {
        context.Attempt(() =>
            result.Objects.Transform(objects =>
            {
                transformer(objects);
                if (origin is not null)
                {
                    OriginAnnotation.Record(objects, origin.BuiltIn(kustomization.File, kind));
                }
            })
        );
    }
}
