namespace HomeOps.Flux;

/// <summary>
/// No <c>${...}</c> is left in what Flux applies (flux.md 2.5): a Kustomization without variables substitutes nothing, and what a value
/// holds is not substituted again. A name that other Kustomizations take from a ConfigMap or Secret was meant to be substituted; any other
/// may belong to a script or dashboard.
/// </summary>
internal sealed class VariablesAreSubstituted : IClusterRule
{
    private const string Switch = "kustomize.toolkit.fluxcd.io/substitute";

    public void Check(AppliedObjects objects, RuleFindings findings)
    {
        var shared = Shared(objects.Cluster);
        foreach (var (o, by) in objects.All)
        {
            // What a Kustomization holds in patches and values is for its own build.
            if (
                by.IsSubstituted
                || FluxKind.IsKustomization(o)
                || o.Label(Switch) == "disabled"
                || o.Annotation(Switch) == "disabled"
            )
            {
                continue;
            }

            foreach (var name in VariableNames.In(o.Root))
            {
                var at = NodePlaces.FindVariable(o.Root, name) ?? o.At;
                findings.Add(
                    by.Kustomization.Key,
                    shared.TryGetValue(name, out var user)
                        ? FluxDiagnostics.NotSubstituted(name, ObjectKey.Of(o), by.Kustomization.Id, user, at)
                        : FluxDiagnostics.LeftOver(name, ObjectKey.Of(o), by.Kustomization.Id, at)
                );
            }
        }

        CheckValues(objects.Cluster, findings);
    }

    // Names that come from a ConfigMap or Secret -> the first Kustomization that uses them.
    private static Dictionary<string, string> Shared(FluxCluster cluster)
    {
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var build in cluster.Kustomizations.Where(static b => b.Kustomization.SubstituteFrom.Count > 0))
        {
            var own = build.Kustomization.Substitute.Select(static s => s.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var name in build.Variables.Keys.Where(n => !own.Contains(n)))
            {
                shared.TryAdd(name, build.Kustomization.Id);
            }
        }

        return shared;
    }

    private static void CheckValues(FluxCluster cluster, RuleFindings findings)
    {
        var reported = new HashSet<(string, string)>();
        foreach (var build in cluster.Kustomizations)
        {
            foreach (var (name, value) in build.Variables)
            {
                if (VariableNames.In(value).Any() && reported.Add((name, value)))
                {
                    var ks = build.Kustomization;
                    var inline = ks.Object?.Root.Map("spec")?.Map("postBuild")?.Map("substitute");
                    findings.Add(ks.Key, FluxDiagnostics.ValueHoldsVariable(name, inline?[name]?.At ?? ks.At));
                }
            }
        }
    }
}
