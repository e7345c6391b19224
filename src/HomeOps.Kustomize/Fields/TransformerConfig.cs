namespace HomeOps.Kustomize;

/// <summary>The fields that each transformer changes: kustomize's own, and those of <c>configurations</c> and <c>crds</c>.</summary>
internal sealed record TransformerConfig
{
    private static readonly string[] Known =
    [
        "namePrefix",
        "nameSuffix",
        "namespace",
        "commonLabels",
        "labels",
        "templateLabels",
        "volumeClaimTemplateLabels",
        "commonAnnotations",
        "nameReference",
        "varReference",
        "images",
        "replicas",
    ];

    public static TransformerConfig Empty { get; } = new();

    /// <summary>kustomize's own fields.</summary>
    public static TransformerConfig Default { get; } = DefaultFieldSpecs.Make();

    public IReadOnlyList<FieldSpec> NamePrefix { get; init; } = [];

    public IReadOnlyList<FieldSpec> NameSuffix { get; init; } = [];

    public IReadOnlyList<FieldSpec> Namespace { get; init; } = [];

    public IReadOnlyList<FieldSpec> CommonLabels { get; init; } = [];

    public IReadOnlyList<FieldSpec> Labels { get; init; } = [];

    public IReadOnlyList<FieldSpec> TemplateLabels { get; init; } = [];

    public IReadOnlyList<FieldSpec> VolumeClaimTemplateLabels { get; init; } = [];

    public IReadOnlyList<FieldSpec> CommonAnnotations { get; init; } = [];

    public IReadOnlyList<NameReference> NameReferences { get; init; } = [];

    public IReadOnlyList<FieldSpec> VarReferences { get; init; } = [];

    public IReadOnlyList<FieldSpec> Images { get; init; } = [];

    public IReadOnlyList<FieldSpec> Replicas { get; init; } = [];

    /// <summary>This configuration and another's additions; one of the two themselves when the other has nothing new.</summary>
    public TransformerConfig Merge(TransformerConfig other) =>
        ReferenceEquals(this, other) || ReferenceEquals(other, Empty) ? this
        : ReferenceEquals(this, Empty) ? other
        : new TransformerConfig
        {
            NamePrefix = FieldSpecSet.Merge(NamePrefix, other.NamePrefix),
            NameSuffix = FieldSpecSet.Merge(NameSuffix, other.NameSuffix),
            Namespace = FieldSpecSet.Merge(Namespace, other.Namespace),
            CommonLabels = FieldSpecSet.Merge(CommonLabels, other.CommonLabels),
            Labels = FieldSpecSet.Merge(Labels, other.Labels),
            TemplateLabels = FieldSpecSet.Merge(TemplateLabels, other.TemplateLabels),
            VolumeClaimTemplateLabels = FieldSpecSet.Merge(VolumeClaimTemplateLabels, other.VolumeClaimTemplateLabels),
            CommonAnnotations = FieldSpecSet.Merge(CommonAnnotations, other.CommonAnnotations),
            NameReferences = NameReference.Merge(NameReferences, other.NameReferences),
            VarReferences = FieldSpecSet.Merge(VarReferences, other.VarReferences),
            Images = FieldSpecSet.Merge(Images, other.Images),
            Replicas = FieldSpecSet.Merge(Replicas, other.Replicas),
        };

    /// <summary>Reads a file of <c>configurations</c>. Unknown fields are errors.</summary>
    public static TransformerConfig Read(FieldReader fields) =>
        new()
        {
            NamePrefix = FieldSpec.ReadAll(fields, "namePrefix"),
            NameSuffix = FieldSpec.ReadAll(fields, "nameSuffix"),
            Namespace = FieldSpec.ReadAll(fields, "namespace"),
            CommonLabels = FieldSpec.ReadAll(fields, "commonLabels"),
            Labels = FieldSpec.ReadAll(fields, "labels"),
            TemplateLabels = FieldSpec.ReadAll(fields, "templateLabels"),
            VolumeClaimTemplateLabels = FieldSpec.ReadAll(fields, "volumeClaimTemplateLabels"),
            CommonAnnotations = FieldSpec.ReadAll(fields, "commonAnnotations"),
            NameReferences = NameReference.ReadAll(fields),
            VarReferences = FieldSpec.ReadAll(fields, "varReference"),
            Images = FieldSpec.ReadAll(fields, "images"),
            Replicas = FieldSpec.ReadAll(fields, "replicas"),
        };

    /// <summary>The configuration of several files.</summary>
    public static TransformerConfig Load(Loader loader, IReadOnlyList<LocatedText> paths)
    {
        var result = Empty;
        foreach (var path in paths)
        {
            var source = loader.LoadText(path.Text, path.At);
            foreach (var root in NodeReader.ReadConfiguration(source))
            {
                result = result.Merge(
                    root is MapNode map
                        ? Read(new FieldReader(map, source, "transformer configuration", Known))
                        : throw new KustomizeException(KustomizeDiagnostics.NotAMap(source.At(root.Span)))
                );
            }
        }

        return result;
    }
}
