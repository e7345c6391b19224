namespace HomeOps.Cluster;

/// <summary>What must never reach Git.</summary>
internal static class GitIgnore
{
    /// <summary>The file.</summary>
    public const string FileName = ".gitignore";

    /// <summary>The files that hold secrets in plain text.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
    [AgeKey.FileName, TunnelFile.FileName, ClusterFile.Name, DeployKey.FileName, PushToken.FileName];
}
