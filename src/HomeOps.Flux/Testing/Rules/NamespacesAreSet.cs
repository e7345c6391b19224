using HomeOps.Schema;

namespace HomeOps.Flux;

/// <summary>Objects of namespaced kinds name their namespace: Flux refuses them otherwise (flux.md 8.12). Kinds nobody knows are left alone.</summary>
internal sealed class NamespacesAreSet : IClusterRule
{
    /// <summary>The code of its finding, which keeps the whole Kustomization from being applied.</summary>
    public const string Code = "HO1606";

    public void Check(AppliedObjects objects, RuleFindings findings)
    {
        foreach (var (o, by) in objects.All)
        {
            if (o.Namespace.Length == 0 && objects.ScopeOf(o) == ObjectScope.Namespaced && !FluxKind.IsKustomization(o))
            {
                findings.Add(
                    by.Kustomization.Key,
                    FluxDiagnostics.ObjectWithoutNamespace(ObjectKey.Of(o), by.Kustomization.Id, o.At)
                );
            }
        }
    }
}
