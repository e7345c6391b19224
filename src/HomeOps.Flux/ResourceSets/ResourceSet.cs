using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>A ResourceSet of flux-operator (<c>fluxcd.controlplane.io</c>) as its Kustomization applies it.</summary>
internal sealed record ResourceSet
{
    public const string Kind = "ResourceSet";

    /// <summary>The object.</summary>
    public required KustomizeResource Object { get; init; }

    public ObjectKey Key => ObjectKey.Of(Object);

    /// <summary>Whether the operator leaves it alone (<c>reconcile: disabled</c>).</summary>
    public bool IsDisabled => IsOff(Object);

    /// <summary><c>spec.inputs</c>.</summary>
    public IReadOnlyList<MapNode> Inputs { get; init; } = [];

    /// <summary><c>spec.inputsFrom</c>.</summary>
    public IReadOnlyList<InputReference> InputsFrom { get; init; } = [];

    /// <summary>Whether input sets are combined with each other (<c>Permute</c>) and not only listed (<c>Flatten</c>).</summary>
    public bool Permutes { get; init; }

    /// <summary>Whether a provider without inputs leaves nothing to permute.</summary>
    public bool IncludesEmptyProviders { get; init; }

    /// <summary>The steps; a single one without a name when the spec has none.</summary>
    public IReadOnlyList<ResourceSetStep> Steps { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> CommonLabels { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> CommonAnnotations { get; init; } = [];

    public IReadOnlyList<ResourceSetDependency> DependsOn { get; init; } = [];

    /// <summary>Whether an object is switched off by the operator's annotation.</summary>
    public static bool IsOff(KustomizeResource o) => o.Annotation("fluxcd.controlplane.io/reconcile") == "disabled";
}

/// <summary>A step of a ResourceSet.</summary>
/// <param name="Name">Its name; empty for the resources of a ResourceSet without steps.</param>
/// <param name="Resources"><c>resources</c>: one template each.</param>
/// <param name="Template"><c>resourcesTemplate</c>; null when there is none.</param>
internal sealed record ResourceSetStep(string Name, IReadOnlyList<MapNode> Resources, ScalarNode? Template);

/// <summary>An entry of <c>spec.inputsFrom</c>: the providers of a name, or those with labels.</summary>
/// <param name="Name">The name; empty when a selector says which.</param>
/// <param name="Selector">The selector; null when a name says which.</param>
/// <param name="At">Where the entry stands.</param>
internal sealed record InputReference(string Name, InputSelector? Selector, Location At);

/// <summary>An entry of a ResourceSet's <c>spec.dependsOn</c>: any object of the cluster.</summary>
/// <param name="ApiVersion">Its apiVersion.</param>
/// <param name="Key">Its kind, namespace and name.</param>
/// <param name="At">Where the entry stands.</param>
internal sealed record ResourceSetDependency(string ApiVersion, ObjectKey Key, Location At);
