namespace HomeOps.Flux;

/// <summary>The order of rows: Kustomizations before ResourceSets before HelmReleases, then by namespace and name.</summary>
internal sealed class KustomizationsFirst : IComparer<ObjectKey>
{
    public static KustomizationsFirst Order { get; } = new();

    public int Compare(ObjectKey x, ObjectKey y)
    {
        var order = RankOf(x.Kind).CompareTo(RankOf(y.Kind));
        return order != 0 ? order : x.CompareTo(y);
    }

    private static int RankOf(string kind) =>
        kind switch
        {
            FluxKind.Kustomization => 0,
            ResourceSet.Kind => 1,
            _ => 2,
        };
}
