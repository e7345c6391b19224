namespace HomeOps.Flux;

/// <summary>
/// The source of a Kustomization exists. That of the repository itself is usually in no file of it, so the name that most Kustomizations
/// use is taken to be it; any other that no object describes is a mistake, unless the user said that it is the repository too.
/// </summary>
internal sealed class SourcesExist : IClusterRule
{
    public void Check(AppliedObjects objects, RuleFindings findings)
    {
        var builds = objects.Cluster.Kustomizations;
        var used = builds.Select(static b => b.Kustomization).Where(static ks => ks.Source is not null).ToList();
        var own = OwnSource(objects.Cluster, used);
        foreach (var ks in used)
        {
            if (ks.Source is { } source && source.Key != own && IsUnknown(objects.Cluster, ks))
            {
                findings.Add(ks.Key, FluxDiagnostics.NoSourceOfKustomization(source, own, source.At));
            }
        }
    }

    private static ObjectKey OwnSource(FluxCluster cluster, List<FluxKustomization> used) =>
        used.Exists(static ks => ks.Source?.Key == SourceResolution.Own)
            ? SourceResolution.Own
            : used.Where(ks => IsUnknown(cluster, ks))
                .GroupBy(static ks => ks.Source?.Key ?? default)
                .OrderByDescending(static g => g.Count())
                .ThenBy(static g => g.Key)
                .Select(static g => g.Key)
                .FirstOrDefault();

    private static bool IsUnknown(FluxCluster cluster, FluxKustomization ks) =>
        ks.Source is { } source
        && KustomizationReader.SourceKinds.Contains(source.Kind)
        && cluster.Resolution.Judge(ks) == SourceVerdict.Unknown
        && cluster.Index.Unbuilt.Find(source.Key) is null;
}
