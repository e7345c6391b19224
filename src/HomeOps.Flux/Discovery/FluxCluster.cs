using HomeOps.Files;
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
        IReadOnlyList<ResourceSetBuild> resourceSets,
        IReadOnlyList<HelmRelease> helmReleases,
        IReadOnlyList<FluxSource> sources,
        ObjectIndex index,
        SourceResolution resolution,
        SubstitutedSecrets secrets,
        IReadOnlyList<Diagnostic> findings
    )
    {
        Kustomizations = kustomizations;
        ResourceSets = resourceSets;
        HelmReleases = helmReleases;
        Sources = sources;
        Index = index;
        Resolution = resolution;
        Secrets = secrets;
        OwnFindings = findings;
    }

    /// <summary>All Kustomizations, ordered by namespace and name.</summary>
    public IReadOnlyList<KustomizationBuild> Kustomizations { get; }

    /// <summary>All ResourceSets of flux-operator, ordered by namespace and name. What they make is not among the objects of a Kustomization.</summary>
    public IReadOnlyList<ResourceSetBuild> ResourceSets { get; }

    /// <summary>All HelmReleases, ordered by namespace and name.</summary>
    public IReadOnlyList<HelmRelease> HelmReleases { get; }

    /// <summary>All sources, ordered by kind, namespace and name.</summary>
    public IReadOnlyList<FluxSource> Sources { get; }

    /// <summary>Findings that belong to no single Kustomization or HelmRelease.</summary>
    public IReadOnlyList<Diagnostic> OwnFindings { get; }

    /// <summary>All findings, once each.</summary>
    public DiagnosticBag Diagnostics
    {
        get
        {
            var all = new DiagnosticBag();
            all.AddRange(OwnFindings);
            all.AddRange(Kustomizations.SelectMany(static b => b.Diagnostics));
            all.AddRange(ResourceSets.SelectMany(static r => r.Diagnostics));
            all.AddRange(HelmReleases.SelectMany(static r => r.Diagnostics));
            return all;
        }
    }

    internal ObjectIndex Index { get; }

    internal SourceResolution Resolution { get; }

    internal SubstitutedSecrets Secrets { get; }

    /// <summary>Finds and builds everything.</summary>
    /// <param name="tree">The repository; paths of Kustomizations are relative to its root.</param>
    /// <param name="entry">The folder or file that Flux applies first, relative to the root.</param>
    /// <param name="options">How; null for Flux's own ways.</param>
    public static FluxCluster Build(FileTree tree, string entry, FluxOptions? options = null) =>
        new ClusterDiscovery(tree, options ?? new FluxOptions()).Run(entry);
}
