namespace HomeOps.Flux;

/// <summary>The order of rows: Kustomizations before HelmReleases, then by namespace and name.</summary>
internal sealed class KustomizationsFirst : IComparer<ObjectKey>
{
    public static KustomizationsFirst Order { get; } = new();

    public int Compare(ObjectKey x, ObjectKey y)
    {
        var order = string.CompareOrdinal(y.Kind, x.Kind);
        return order != 0 ? order : x.CompareTo(y);
    }
}
