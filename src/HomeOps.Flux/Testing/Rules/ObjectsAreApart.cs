using HomeOps.Kustomize;
using HomeOps.Schema;

namespace HomeOps.Flux;

/// <summary>
/// Each object is applied by one Kustomization or ResourceSet. Two that apply the same one take it from each other at every reconciliation, and what the
/// one prunes the other has lost. Objects that Flux only creates or leaves alone are exempt (flux.md 2.7).
/// </summary>
internal sealed class ObjectsAreApart : IClusterRule
{
    private const string Prefix = "kustomize.toolkit.fluxcd.io/";

    public void Check(AppliedObjects objects, RuleFindings findings)
    {
        var shared = objects
            .All.Where(static a => !FluxKind.IsKustomization(a.Object) && !IsExempt(a.Object))
            .GroupBy(a =>
                (
                    Group: KubernetesScopes.GroupOf(a.Object.ApiVersion),
                    Key: new ObjectKey(a.Object.Kind, objects.NamespaceOf(a.Object), a.Object.Name)
                )
            )
            .Where(static g => g.Skip(1).Any());
        foreach (var group in shared)
        {
            var key = group.Key.Key;
            var all = group.DistinctBy(static a => a.Applier).ToList();
            var content = Content(all[0].Object);
            var isSame = true;
            foreach (var other in all.Skip(1))
            {
                if (NodeDifference.FirstPath(content, Content(other.Object)) is { } field)
                {
                    isSame = false;
                    findings.Add(
                        other.Applier,
                        FluxDiagnostics.AppliedDifferently(key, all[0], field, other.Object.At)
                    );
                }
            }

            if (isSame && all.Count > 1)
            {
                findings.Add(
                    all[1].Applier,
                    FluxDiagnostics.AppliedTwice(key, [.. all.Select(static a => a.Applier)], all[1].Object.At)
                );
            }
        }
    }

    private static bool IsExempt(KustomizeResource o) =>
        Says(o, "ssa", "IfNotPresent")
        || Says(o, "ssa", "Ignore")
        || Says(o, "ssa", "Merge")
        || Says(o, "reconcile", "disabled");

    private static bool Says(KustomizeResource o, string name, string value) =>
        string.Equals(o.Annotation(Prefix + name), value, StringComparison.OrdinalIgnoreCase)
        || string.Equals(o.Label(Prefix + name), value, StringComparison.OrdinalIgnoreCase);

    // Labels and annotations differ by commonMetadata alone, which changes nothing but their owner's view.
    private static MapNode Content(KustomizeResource o)
    {
        var copy = (MapNode)o.Root.Copy();
        copy.Map("metadata")?.Remove("labels");
        copy.Map("metadata")?.Remove("annotations");
        return copy;
    }
}
