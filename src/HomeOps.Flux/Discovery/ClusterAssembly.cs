using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Puts the result together once everything is built: sources, HelmReleases, and checks that need to know all of them.</summary>
internal sealed class ClusterAssembly(ObjectIndex index, SourceResolution resolution, FluxOptions options)
{
    /// <param name="builds">The Kustomizations in their final order.</param>
    /// <param name="findings">Findings that belong to none of them.</param>
    public FluxCluster Assemble(IReadOnlyList<KustomizationBuild> builds, DiagnosticBag findings)
    {
        var dependencies = new DependencyCheck(
            FluxKind.Kustomization,
            builds.Select(static b => (b.Kustomization.Id, b.Kustomization.DependsOn)),
            index.Unbuilt
        ).Run();
        var assumed = SourceCheck.Run(builds.Select(static b => b.Kustomization), resolution);
        var sources = ReadSources(findings);
        return new FluxCluster(
            [.. builds.Select(b => With(With(b, dependencies), assumed))],
            ReadReleases(builds, sources),
            [.. sources.OrderBy(static s => s.Key).Select(static s => s.Value)],
            index,
            resolution,
            findings.Ordered()
        );
    }

    private Dictionary<ObjectKey, FluxSource> ReadSources(DiagnosticBag findings)
    {
        var sources = new Dictionary<ObjectKey, FluxSource>();
        var own = new List<Diagnostic>();
        foreach (var o in index.Sources)
        {
            sources.TryAdd(ObjectKey.Of(o), FluxSource.Read(o, own));
        }

        findings.AddRange(own);
        return sources;
    }

    private List<HelmRelease> ReadReleases(
        IReadOnlyList<KustomizationBuild> builds,
        Dictionary<ObjectKey, FluxSource> sources
    )
    {
        var reader = new HelmReleaseReader(index, sources, options);
        var releases = new SortedDictionary<ObjectKey, HelmRelease>();
        foreach (var build in builds)
        {
            foreach (var o in build.Objects)
            {
                if (FluxKind.IsHelmRelease(o))
                {
                    releases.TryAdd(ObjectKey.Of(o), reader.Read(o, build.Kustomization));
                }
            }
        }

        var dependencies = new DependencyCheck(
            FluxKind.HelmRelease,
            releases.Values.Select(static r => (r.Id, r.DependsOn)),
            index.Unbuilt
        ).Run();
        return
        [
            .. releases.Values.Select(r =>
                dependencies.TryGetValue(r.Id, out var more) ? r with { Diagnostics = [.. r.Diagnostics, .. more] } : r
            ),
        ];
    }

    private static KustomizationBuild With(
        KustomizationBuild build,
        IReadOnlyDictionary<string, List<Diagnostic>> findings
    )
    {
        if (!findings.TryGetValue(build.Kustomization.Id, out var more))
        {
            return build;
        }

        var error = more.Find(static d => d.Severity == Severity.Error);
        return build with
        {
            Diagnostics = [.. build.Diagnostics, .. more],
            Reason = build.Reason ?? error,
            Status = error is not null && build.Status == BuildStatus.Built ? BuildStatus.Failed : build.Status,
        };
    }
}
