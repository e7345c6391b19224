namespace HomeOps.Kustomize;

/// <summary>How a kustomization is built. The defaults are those of Flux.</summary>
public sealed record KustomizeOptions
{
    /// <summary>The order of output when the kustomization file does not say.</summary>
    public KustomizeOrder Order { get; init; } = KustomizeOrder.Fifo;

    /// <summary>
    /// Whether files must stand in or below the folder of the kustomization that names them, as the <c>kustomize</c> command demands.
    /// Folders may always be elsewhere in the tree.
    /// </summary>
    public bool IsRootOnly { get; init; }

    /// <summary>Fetches what is on other machines; null when the build may not use the network, which makes such a reference an error.</summary>
    public IRemoteSource? Remotes { get; init; }

    /// <summary>The version that <c>buildMetadata: [managedByLabel]</c> writes.</summary>
    public string Version { get; init; } = "v5.8.1";
}

/// <summary>The order of output.</summary>
public enum KustomizeOrder
{
    /// <summary>As the objects were accumulated.</summary>
    Fifo,

    /// <summary>By kind, what others need first: the default of the <c>kustomize</c> command.</summary>
    Legacy,
}
