using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// What is wrong with sources, by what applies them: the API server refuses the whole of it. Findings about sources that nothing applies
/// belong to none.
/// </summary>
internal sealed class SourceFindings
{
    private readonly Dictionary<ObjectKey, ObjectKey> appliers = [];
    private readonly Dictionary<ObjectKey, List<Diagnostic>> byApplier = [];
    private readonly DiagnosticBag others;

    /// <param name="builds">The Kustomizations.</param>
    /// <param name="resourceSets">The ResourceSets.</param>
    /// <param name="others">Gets the findings that belong to none of them.</param>
    public SourceFindings(
        IReadOnlyList<KustomizationBuild> builds,
        IReadOnlyList<ResourceSetBuild> resourceSets,
        DiagnosticBag others
    )
    {
        this.others = others;
        foreach (var build in builds)
        {
            AddAll(build.Objects, build.Kustomization.Key);
        }

        foreach (var set in resourceSets)
        {
            AddAll(set.Objects, ObjectKey.Of(set.Object));
        }
    }

    public void Add(ObjectKey source, IReadOnlyList<Diagnostic> findings)
    {
        if (!appliers.TryGetValue(source, out var applier))
        {
            others.AddRange(findings);
        }
        else if (byApplier.TryGetValue(applier, out var own))
        {
            own.AddRange(findings);
        }
        else if (findings.Count > 0)
        {
            byApplier[applier] = [.. findings];
        }
    }

    public KustomizationBuild With(KustomizationBuild build) =>
        byApplier.TryGetValue(build.Kustomization.Key, out var own) ? build.With(own) : build;

    public ResourceSetBuild With(ResourceSetBuild build) =>
        byApplier.TryGetValue(ObjectKey.Of(build.Object), out var own) ? build.With(own) : build;

    private void AddAll(IEnumerable<Kustomize.KustomizeResource> objects, ObjectKey applier)
    {
        foreach (var o in objects.Where(FluxKind.IsSource))
        {
            appliers.TryAdd(ObjectKey.Of(o), applier);
        }
    }
}
