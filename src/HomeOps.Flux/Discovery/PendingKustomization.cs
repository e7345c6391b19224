using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>A Kustomization that was found and not built yet.</summary>
internal sealed class PendingKustomization(FluxKustomization kustomization, FluxKustomization? parent)
{
    public FluxKustomization Kustomization { get; } = kustomization;

    public FluxKustomization? Parent { get; } = parent;

    /// <summary>What is wrong with it so far.</summary>
    public List<Diagnostic> Findings { get; } = [];

    /// <summary>Its objects before substitution, once they were needed.</summary>
    public KustomizeResult? Accumulated { get; set; }

    /// <summary>The object it makes itself under a key, before substitution; null when it makes none.</summary>
    public KustomizeResource? FindOwn(ObjectKey key) =>
        Accumulated?.Resources.FirstOrDefault(o => ObjectKey.Of(o) == key);
}
