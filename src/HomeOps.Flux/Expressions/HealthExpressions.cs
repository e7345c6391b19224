using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Checks <c>healthCheckExprs</c>: for objects of a kind, expressions over the object's own fields that say when it is current, in progress
/// or failed.
/// </summary>
internal static class HealthExpressions
{
    private static readonly string[] Expressions = ["current", "failed", "inProgress"];

    public static void Check(SpecFields spec, ICollection<Diagnostic> findings)
    {
        foreach (var entry in spec.Children("healthCheckExprs"))
        {
            entry.Allow(["apiVersion", "current", "failed", "inProgress", "kind"]);
            entry.RequiredText("apiVersion");
            var kind = entry.RequiredText("kind");
            entry.RequiredText("current");
            foreach (var name in Expressions)
            {
                if (entry.Text(name).Length > 0 && entry.Map?[name] is ScalarNode expression)
                {
                    CelFindings.Check(expression, null, $"'{name}' of {kind}", findings);
                }
            }
        }
    }
}
