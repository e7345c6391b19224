using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>The result for one Kustomization, ResourceSet or HelmRelease.</summary>
public sealed record TestRow
{
    /// <summary>Kustomization, ResourceSet or HelmRelease, with namespace and name.</summary>
    public required ObjectKey Key { get; init; }

    /// <summary>The verdict.</summary>
    public required TestVerdict Verdict { get; init; }

    /// <summary>Why it fails or is skipped; null when it passes.</summary>
    public Diagnostic? Reason { get; init; }

    /// <summary>Where the object stands.</summary>
    public required Location At { get; init; }

    /// <summary>Whether it failed, or is skipped for an error of what applies it.</summary>
    public bool HasFailed => Verdict == TestVerdict.Fail || Diagnostics.Any(static d => d.Severity == Severity.Error);

    /// <summary>Everything found about it, ordered by place; of a skipped one the error it is skipped for, too.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
