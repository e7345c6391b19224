using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Puts the result together once everything is built: sources, HelmReleases, and checks that need to know all of them.</summary>
internal sealed class ClusterAssembly(
    ObjectIndex index,
    SourceResolution resolution,
    SubstitutedSecrets secrets,
    FluxOptions options
)
{
    /// <param name="builds">The Kustomizations in their final order.</param>
    /// <param name="resourceSets">The ResourceSets in their final order.</param>
    /// <param name="findings">Findings that belong to none of them.</param>
    public FluxCluster Assemble(
        IReadOnlyList<KustomizationBuild> builds,
        IReadOnlyList<ResourceSetBuild> resourceSets,
        DiagnosticBag findings
    )
    {
        builds = ControllerKey.Excuse(builds);
        var dependencies = new DependencyCheck(
            FluxKind.Kustomization,
            builds.Select(static b => (b.Kustomization.Id, b.Kustomization.DependsOn)),
            index.Unbuilt
        ).Run();
        var expressions = ReadyExpressions.Check(
            builds.Select(static b => (b.Kustomization.Id, b.Kustomization.DependsOn, b.Kustomization.Object))
        );
        var keys = new DecryptionCheck(index).Run(builds.Select(static b => b.Kustomization));
        var assumed = SourceCheck.Run(builds.Select(static b => b.Kustomization), resolution);
        var ofSources = new SourceFindings(builds, resourceSets, findings);
        var sources = ReadSources(ofSources);
        resourceSets = [.. resourceSets.Select(ofSources.With)];
        return new FluxCluster(
            [
                .. builds.Select(b =>
                    With(With(With(With(ofSources.With(b), dependencies), expressions), assumed), keys)
                ),
            ],
            ResourceSetDependencies.Check(resourceSets, builds, index.Unbuilt),
            ReadReleases(builds, resourceSets, sources),
            [.. sources.OrderBy(static s => s.Key).Select(static s => s.Value)],
            index,
            resolution,
            secrets,
            findings.Ordered()
        );
    }

    private Dictionary<ObjectKey, FluxSource> ReadSources(SourceFindings findings)
    {
        var sources = new Dictionary<ObjectKey, FluxSource>();
        foreach (var o in index.Sources)
        {
            var own = new List<Diagnostic>();
            sources.TryAdd(ObjectKey.Of(o), FluxSource.Read(o, own));
            findings.Add(ObjectKey.Of(o), own);
        }

        new SourceReferenceCheck(index).Run(sources, findings);
        return sources;
    }

    private List<HelmRelease> ReadReleases(
        IReadOnlyList<KustomizationBuild> builds,
        IReadOnlyList<ResourceSetBuild> resourceSets,
        Dictionary<ObjectKey, FluxSource> sources
    )
    {
        var reader = new HelmReleaseReader(index, sources, options);
        var releases = new SortedDictionary<ObjectKey, HelmRelease>();
        var objects = builds
            .SelectMany(static b => b.Objects.Select(o => (Object: o, b.Kustomization)))
            .Concat(resourceSets.SelectMany(static r => r.Objects.Select(o => (Object: o, r.Kustomization))));
        foreach (var (o, owner) in objects.Where(static e => FluxKind.IsHelmRelease(e.Object)))
        {
            releases.TryAdd(ObjectKey.Of(o), reader.Read(o, owner));
        }

        var dependencies = new DependencyCheck(
            FluxKind.HelmRelease,
            releases.Values.Select(static r => (r.Id, r.DependsOn)),
            index.Unbuilt
        ).Run();
        var expressions = ReadyExpressions.Check(
            releases.Values.Select(static r => (r.Id, r.DependsOn, (KustomizeResource?)r.Object))
        );
        return [.. releases.Values.Select(r => With(With(r, dependencies), expressions))];
    }

    private static HelmRelease With(HelmRelease release, IReadOnlyDictionary<string, List<Diagnostic>> findings) =>
        findings.TryGetValue(release.Id, out var more)
            ? release with
            {
                Diagnostics = [.. release.Diagnostics, .. more],
            }
            : release;

    private static KustomizationBuild With(
        KustomizationBuild build,
        IReadOnlyDictionary<string, List<Diagnostic>> findings
    ) => findings.TryGetValue(build.Kustomization.Id, out var more) ? build.With(more) : build;
}
