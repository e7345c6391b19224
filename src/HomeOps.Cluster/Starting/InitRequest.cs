using HomeOps.Age;

namespace HomeOps.Cluster;

/// <summary>What <see cref="ClusterInit"/> is asked to make. Everything that is null is left to the person as a sample value.</summary>
public sealed record InitRequest
{
    /// <summary>Absolute path of the folder that becomes the repository; it is made when absent.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether the age key is a classic X25519 key instead of a post-quantum one.</summary>
    public bool ClassicKey { get; init; }

    /// <summary>Name of the cluster.</summary>
    public string? ClusterName { get; init; }

    /// <summary>Domain, <c>cloudflare_domain</c>.</summary>
    public string? Domain { get; init; }

    /// <summary>GitHub repository, <c>owner/name</c>.</summary>
    public string? Repository { get; init; }

    /// <summary>Whether the repository is private.</summary>
    public bool Private { get; init; }

    /// <summary>The nodes' network, <c>node_cidr</c>.</summary>
    public string? NodeCidr { get; init; }

    /// <summary>The API's shared address, <c>cluster_api_addr</c>.</summary>
    public string? ApiAddress { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Randomness for keys.</summary>
    public required RandomFill Random { get; init; }
}
