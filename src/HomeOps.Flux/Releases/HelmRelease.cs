using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>A HelmRelease as its Kustomization applies it. The chart is not rendered.</summary>
public sealed record HelmRelease
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the object stands.</summary>
    public required Location At { get; init; }

    /// <summary>The object.</summary>
    public required KustomizeResource Object { get; init; }

    /// <summary>The Kustomization that applies it.</summary>
    public required FluxKustomization Kustomization { get; init; }

    /// <summary>Where the chart comes from; null when the object does not say.</summary>
    public SourceReference? Source { get; init; }

    /// <summary>The chart's name; empty when it is that of an artifact without a name of its own.</summary>
    public string Chart { get; init; } = "";

    /// <summary>The chart's version, or the version of its artifact; empty for the newest.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether Flux leaves it alone.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>What has to be ready first.</summary>
    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];

    /// <summary>SECRET. The values the chart gets as YAML: those of valuesFrom in their order, under the inline ones.</summary>
    public string ValuesYaml => Values.ToYaml();

    /// <summary>The same for people: a placeholder under its key stands for what a Secret holds.</summary>
    public string ShownValuesYaml => ShownValues.ToYaml();

    /// <summary>The same as JSON.</summary>
    public string ShownValuesJson => ShownValues.ToJson();

    /// <summary>All findings about it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether a finding is an error.</summary>
    public bool HasErrors => Diagnostics.Any(static d => d.Severity == Severity.Error);

    /// <summary><c>namespace/name</c>.</summary>
    public string Id => $"{Namespace}/{Name}";

    internal ObjectKey Key => new(FluxKind.HelmRelease, Namespace, Name);

    internal MapNode Values { get; init; } = new();

    internal MapNode ShownValues { get; init; } = new();
}
