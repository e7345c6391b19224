namespace HomeOps.Cluster;

/// <summary>Who may read the repository.</summary>
public enum RepositoryVisibility
{
    /// <summary>Everybody: Flux clones it without a key.</summary>
    Public,

    /// <summary>Holders of a key: Flux clones it with github-deploy.key.</summary>
    Private,
}
