namespace HomeOps.Talos.Migrating;

/// <summary>Every key of the main document that has moved.</summary>
internal static class MovedKeys
{
    public static IReadOnlyList<MovedKey> All { get; } =
    [.. MachineMoves.All, .. NetworkMoves.All, .. ClusterMoves.All];
}
