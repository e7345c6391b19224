using HomeOps.Kustomize;
using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Checks <c>readyExpr</c> of dependsOn (flux.md 2.6), an expression over <c>self</c> and <c>dep</c>, and works it out as far as the
/// repository tells: what depends on a status is not known.
/// </summary>
internal static class ReadyExpressions
{
    private static readonly string[] Variables = ["self", "dep"];

    // What objects of Kustomizations and HelmReleases have.
    private static readonly string[] Fields = ["apiVersion", "kind", "metadata", "spec", "status"];

    /// <summary>The findings, by the id of the object they belong to.</summary>
    public static IReadOnlyDictionary<string, List<Diagnostic>> Check(
        IEnumerable<(string Id, IReadOnlyList<Dependency> DependsOn, KustomizeResource? Object)> all
    )
    {
        var objects = new Dictionary<string, (IReadOnlyList<Dependency> DependsOn, KustomizeResource? Object)>(
            StringComparer.Ordinal
        );
        foreach (var (id, dependsOn, o) in all)
        {
            objects.TryAdd(id, (dependsOn, o));
        }

        var findings = new Dictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        foreach (var (id, (dependsOn, self)) in objects)
        {
            var own = new List<Diagnostic>();
            foreach (var dependency in dependsOn.Where(static d => d.ReadyExpr.Length > 0))
            {
                var to = objects.GetValueOrDefault($"{dependency.Namespace}/{dependency.Name}").Object;
                Check(dependency, self, to, own);
            }

            if (own.Count > 0)
            {
                findings[id] = own;
            }
        }

        return findings;
    }

    private static void Check(
        Dependency dependency,
        KustomizeResource? self,
        KustomizeResource? to,
        List<Diagnostic> findings
    )
    {
        var name = $"{dependency.Namespace}/{dependency.Name}";
        if (
            dependency.Expr is not { } node
            || CelFindings.Check(node, Variables, $"readyExpr of {name}", findings) is not { } expression
        )
        {
            return;
        }

        var before = findings.Count;
        CheckFields(expression.Root, node, findings);
        if (findings.Count > before || self is null || to is null)
        {
            return;
        }

        var known = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["self"] = Known(self),
            ["dep"] = Known(to),
        };
        var at = CelFindings.PlaceOf(node, new TextSpan(0, node.Text.TrimEnd().Length));
        switch (expression.Evaluate(known))
        {
            case false:
                findings.Add(FluxDiagnostics.NeverReady(name, at));
                break;
            case true:
                break;
            case CelValue:
                findings.Add(FluxDiagnostics.ReadyExprNotEvaluated(name, dependency.At));
                break;
            default:
                findings.Add(FluxDiagnostics.NotATruthValue($"readyExpr of {name}", at));
                break;
        }
    }

    private static void CheckFields(CelNode root, ScalarNode node, List<Diagnostic> findings)
    {
        foreach (var select in root.Within().OfType<CelSelect>())
        {
            if (select is { Target: CelName { Name: "self" or "dep" } of } && !Fields.Contains(select.Field))
            {
                findings.Add(
                    FluxDiagnostics.NoCelField(of.Name, select.Field, Fields, CelFindings.PlaceOf(node, select.Span))
                );
            }
        }
    }

    // The status in a file is not the one of the cluster.
    private static Dictionary<string, object?> Known(KustomizeResource o)
    {
        var values = TemplateInputs.Of(o.Root);
        values.Remove("status");
        return values;
    }
}
