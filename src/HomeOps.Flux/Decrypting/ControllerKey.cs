using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>
/// kustomize-controller may be given one Secret with age keys for all Kustomizations (<c>--sops-age-secret</c>, Flux 2.7), as the blueprint
/// does. Then none of them has to name one.
/// </summary>
internal static class ControllerKey
{
    private const string Code = "HO1693";
    private const string Argument = "--sops-age-secret=";

    /// <summary>Takes back what was said about Kustomizations that name no Secret, when an object of the tree gives the controller one.</summary>
    public static IReadOnlyList<KustomizationBuild> Excuse(IReadOnlyList<KustomizationBuild> builds)
    {
        var isSaid = builds.Any(static b => b.Diagnostics.Any(static d => d.Code == Code));
        if (!isSaid || !builds.Any(static b => b.Objects.Any(static o => Holds(o.Root))))
        {
            return builds;
        }

        return
        [
            .. builds.Select(static b => b with { Diagnostics = [.. b.Diagnostics.Where(static d => d.Code != Code)] }),
        ];
    }

    // It stands in the arguments of the Deployment, or in a patch for it: in a kustomization.yaml, a FluxInstance or values of its chart.
    private static bool Holds(Node node) =>
        node switch
        {
            MapNode map => map.Entries.Any(static e => Holds(e.Value)),
            SeqNode sequence => sequence.Items.Any(static i => Holds(i)),
            _ => Node.TextOf(node)?.Contains(Argument, StringComparison.Ordinal) == true,
        };
}
