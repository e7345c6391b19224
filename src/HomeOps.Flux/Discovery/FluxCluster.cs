using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Everything Flux would apply from an entry folder: found parent first, so that what a parent patches or substitutes is in its children
/// (flux.md 1.2 Discovery). Needs no cluster and no network.
/// </summary>
public sealed class FluxCluster
{
    internal FluxCluster(
        IReadOnlyList<KustomizationBuild> kustomizations,
        ObjectIndex index,
        IReadOnlyList<Diagnostic> findings
    )
    {
        Kustomizations = kustomizations;
        Index = index;
        OwnFindings = findings;
    }

    /// <summary>All Kustomizations, ordered by namespace and name.</summary>
    public IReadOnlyList<KustomizationBuild> Kustomizations { get; }

    /// <summary>Findings that belong to no single Kustomization.</summary>
    public IReadOnlyList<Diagnostic> OwnFindings { get; }

    /// <summary>All findings, once each.</summary>
    public DiagnosticBag Diagnostics
    {
        get
        {
            var all = new DiagnosticBag();
            all.AddRange(OwnFindings);
            foreach (var build in Kustomizations)
            {
                all.AddRange(build.Diagnostics);
            }

            return all;
        }
    }

    internal ObjectIndex Index { get; }

    /// <summary>Finds and builds everything.</summary>
    /// <param name="tree">The repository; paths of Kustomizations are relative to its root.</param>
    /// <param name="entry">The folder or file that Flux applies first, relative to the root.</param>
    /// <param name="options">How; null for Flux's own ways.</param>
    public static FluxCluster Build(FileTree tree, string entry, FluxOptions? options = null) =>
        new ClusterDiscovery(tree, options ?? new FluxOptions()).Run(entry);
}
