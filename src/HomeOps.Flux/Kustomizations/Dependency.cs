using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>An entry of <c>dependsOn</c>.</summary>
/// <param name="Namespace">The namespace, that of the referring object when the entry names none.</param>
/// <param name="Name">The name.</param>
/// <param name="ReadyExpr">The CEL expression that says when the dependency is ready; empty for Flux's own check.</param>
/// <param name="At">Where the entry stands.</param>
public sealed record Dependency(string Namespace, string Name, string ReadyExpr, Location At)
{
    /// <summary>The node that holds the expression; null for none.</summary>
    internal ScalarNode? Expr { get; init; }

    internal static IReadOnlyList<Dependency> ReadAll(SpecFields spec, string ownNamespace)
    {
        var result = new List<Dependency>();
        foreach (var entry in spec.Children("dependsOn"))
        {
            entry.Allow(["name", "namespace", "readyExpr"]);
            var name = entry.RequiredText("name");
            var inNamespace = entry.Text("namespace");
            if (name.Length == 0)
            {
                continue;
            }

            result.Add(
                new Dependency(
                    inNamespace.Length > 0 ? inNamespace : ownNamespace,
                    name,
                    entry.Text("readyExpr"),
                    entry.LocationOf("name")
                )
                {
                    Expr = entry.Map?["readyExpr"] as ScalarNode,
                }
            );
        }

        return result;
    }
}
