using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Checks <c>dependsOn</c> of ResourceSets: other ResourceSets have to exist and not to wait for each other; any other object may come from
/// elsewhere, so a missing one is a warning.
/// </summary>
internal static class ResourceSetDependencies
{
    public static IReadOnlyList<ResourceSetBuild> Check(
        IReadOnlyList<ResourceSetBuild> resourceSets,
        IReadOnlyList<KustomizationBuild> builds,
        UnbuiltObjects unbuilt
    )
    {
        if (!resourceSets.Any(static r => r.Spec?.DependsOn.Count > 0))
        {
            return resourceSets;
        }

        var existing = builds
            .SelectMany(static b => b.Objects)
            .Concat(resourceSets.SelectMany(static r => r.Objects))
            .Select(ObjectKey.Of)
            .ToHashSet();
        var cycles = new DependencyCheck(
            ResourceSet.Kind,
            resourceSets.Select(static r => (r.Id, OnResourceSets(r))),
            unbuilt
        ).Run();
        return
        [
            .. resourceSets.Select(r => r.With([.. cycles.GetValueOrDefault(r.Id) ?? [], .. Missing(r, existing)])),
        ];
    }

    private static IReadOnlyList<Dependency> OnResourceSets(ResourceSetBuild build) =>
        [
            .. (build.Spec?.DependsOn ?? [])
                .Where(static d => d.Key.Kind == ResourceSet.Kind)
                .Select(static d => new Dependency(d.Key.Namespace, d.Key.Name, "", d.At)),
        ];

    private static IEnumerable<Diagnostic> Missing(ResourceSetBuild build, HashSet<ObjectKey> existing) =>
        (build.Spec?.DependsOn ?? [])
            .Where(d => d.Key.Kind != ResourceSet.Kind && !existing.Contains(d.Key))
            .Select(static d => FluxDiagnostics.NoSuchObject(d, d.At));
}
