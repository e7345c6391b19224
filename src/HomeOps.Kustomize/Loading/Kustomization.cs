using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>A kustomization file, its deprecated fields folded into the ones that took their place.</summary>
internal sealed record Kustomization
{
    public const string ComponentKind = "Component";

    /// <summary>Path of the file.</summary>
    public required string File { get; init; }

    public required Location At { get; init; }

    public bool IsComponent { get; init; }

    public IReadOnlyList<LocatedText> Resources { get; init; } = [];

    public IReadOnlyList<LocatedText> Components { get; init; } = [];

    public IReadOnlyList<LocatedText> Configurations { get; init; } = [];

    public IReadOnlyList<LocatedText> Crds { get; init; } = [];

    public IReadOnlyList<LocatedText> Generators { get; init; } = [];

    public IReadOnlyList<LocatedText> Transformers { get; init; } = [];

    public IReadOnlyList<LocatedText> Validators { get; init; } = [];

    public IReadOnlyList<GeneratorArguments> ConfigMaps { get; init; } = [];

    public IReadOnlyList<GeneratorArguments> Secrets { get; init; } = [];

    public IReadOnlyList<LocatedText> PatchesStrategicMerge { get; init; } = [];

    public IReadOnlyList<PatchArguments> PatchesJson6902 { get; init; } = [];

    public IReadOnlyList<PatchArguments> Patches { get; init; } = [];

    public string Namespace { get; init; } = "";

    public string NamePrefix { get; init; } = "";

    public string NameSuffix { get; init; } = "";

    public IReadOnlyList<LabelArguments> Labels { get; init; } = [];

    public IReadOnlyDictionary<string, string>? CommonLabels { get; init; }

    public IReadOnlyDictionary<string, string>? CommonAnnotations { get; init; }

    public IReadOnlyList<ImageArguments> Images { get; init; } = [];

    public IReadOnlyList<ReplicaArguments> Replicas { get; init; } = [];

    public IReadOnlyList<Replacement> Replacements { get; init; } = [];

    public IReadOnlyList<Variable> Vars { get; init; } = [];

    public SortArguments? Sort { get; init; }

    public IReadOnlyList<LocatedText> BuildMetadata { get; init; } = [];

    public string? OpenApiPath { get; init; }

    public string? OpenApiVersion { get; init; }

    /// <summary>Where charts are asked for, or null.</summary>
    public Location? HelmCharts { get; init; }
}
