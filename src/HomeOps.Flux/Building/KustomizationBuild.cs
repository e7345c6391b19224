using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>What one Flux Kustomization would apply, or why it applies nothing.</summary>
public sealed record KustomizationBuild
{
    /// <summary>The Kustomization.</summary>
    public required FluxKustomization Kustomization { get; init; }

    /// <summary>The Kustomization that applies this one; null for the entry.</summary>
    public FluxKustomization? Parent { get; init; }

    /// <summary>Whether it was built.</summary>
    public required BuildStatus Status { get; init; }

    /// <summary>The finding that says why it failed or was skipped; null when it was built without error.</summary>
    public Diagnostic? Reason { get; init; }

    /// <summary>
    /// The objects in the order of the build. When it failed, those that could still be built: Flux applies none of them, but the
    /// Kustomizations among them are found, and nothing looks as if it were deleted.
    /// </summary>
    public IReadOnlyList<KustomizeResource> Objects { get; init; } = [];

    /// <summary>
    /// The variables that were substituted, by name: inline ones and those of substituteFrom. Values may be SECRET when keys were given.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether variables are substituted in its objects.</summary>
    internal bool IsSubstituted { get; init; }

    /// <summary>The errors for which a part of it could not be built.</summary>
    internal IReadOnlyList<Diagnostic> Broken { get; init; } = [];

    /// <summary>All findings about it: errors, warnings, notes.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The objects as YAML, each followed by <c>---</c>, as <c>flux build kustomization</c> prints them.</summary>
    public string ToYaml()
    {
        var text = new System.Text.StringBuilder();
        foreach (var o in Objects)
        {
            text.Append(o.ToYaml()).Append("---\n");
        }

        return text.ToString();
    }

    /// <summary>This build with what was found out about it later.</summary>
    internal KustomizationBuild With(List<Diagnostic> more)
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

/// <summary>What became of a Kustomization.</summary>
public enum BuildStatus
{
    /// <summary>Flux would apply its objects.</summary>
    Built,

    /// <summary>Flux would report an error.</summary>
    Failed,

    /// <summary>It is not built here: it is suspended, its source is elsewhere, or what applies it failed.</summary>
    Skipped,
}
