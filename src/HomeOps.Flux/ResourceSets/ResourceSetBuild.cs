using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>What a ResourceSet of flux-operator makes, or why it makes nothing.</summary>
public sealed record ResourceSetBuild
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

    /// <summary>Whether its objects could be made.</summary>
    public required BuildStatus Status { get; init; }

    /// <summary>The finding that says why it failed or was skipped; null when all was made.</summary>
    public Diagnostic? Reason { get; init; }

    /// <summary>How many input sets its templates were given; 0 for templates without inputs.</summary>
    public int InputSets { get; init; }

    /// <summary>The objects, each once. When it failed, those that could still be made: the operator applies none of them.</summary>
    public IReadOnlyList<KustomizeResource> Objects { get; init; } = [];

    /// <summary>All findings about it.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary><c>namespace/name</c>.</summary>
    public string Id => $"{Namespace}/{Name}";

    internal ResourceSet? Spec { get; init; }

    /// <summary>This build with what was found out about it later.</summary>
    internal ResourceSetBuild With(List<Diagnostic> more)
    {
        var error = more.Find(static d => d.Severity == Severity.Error);
        return this with
        {
            Diagnostics = [.. Diagnostics, .. more],
            Reason = Reason ?? error,
            Status = error is not null && Status == BuildStatus.Built ? BuildStatus.Failed : Status,
        };
    }
}
