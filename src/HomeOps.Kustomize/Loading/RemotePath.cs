namespace HomeOps.Kustomize;

/// <summary>Tells references to other machines from paths.</summary>
internal static class RemotePath
{
    /// <summary>Whether kustomize would fetch this: a URL, or the short forms of git hosts.</summary>
    public static bool IsRemote(string path) =>
        path.Contains("://", StringComparison.Ordinal)
        || path.StartsWith("git::", StringComparison.Ordinal)
        || path.StartsWith("git@", StringComparison.Ordinal)
        || path.StartsWith("github.com/", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith("github.com:", StringComparison.OrdinalIgnoreCase)
        || path.Contains("?ref=", StringComparison.Ordinal);
}
