namespace HomeOps.Cluster;

/// <summary>cluster.yaml as it was read: each key with its place, before rules and defaults.</summary>
internal sealed record ClusterInput
{
    public required Field<string> ClusterName { get; init; }
    public required Field<Ipv4Cidr> NodeCidr { get; init; }
    public required Field<IReadOnlyList<Ipv4Address>> NodeDnsServers { get; init; }
    public required Field<IReadOnlyList<Ipv4Address>> NodeNtpServers { get; init; }
    public required Field<Ipv4Address> NodeDefaultGateway { get; init; }
    public required Field<string> NodeVlanTag { get; init; }
    public required Field<Ipv4Cidr> ClusterPodCidr { get; init; }
    public required Field<Ipv4Cidr> ClusterSvcCidr { get; init; }
    public required Field<Ipv4Address> ClusterApiAddr { get; init; }
    public required Field<IReadOnlyList<string>> ClusterApiTlsSans { get; init; }
    public required Field<Ipv4Address> ClusterGatewayAddr { get; init; }
    public required Field<Ipv4Address> ClusterDnsGatewayAddr { get; init; }
    public required Field<Ipv4Address> CloudflareGatewayAddr { get; init; }
    public required Field<string> RepositoryName { get; init; }
    public required Field<string> RepositoryBranch { get; init; }
    public required Field<RepositoryVisibility> RepositoryVisibility { get; init; }
    public required Field<string> CloudflareDomain { get; init; }
    public required Field<string> CloudflareToken { get; init; }
    public required Field<Ipv4Address> CiliumBgpRouterAddr { get; init; }
    public required Field<string> CiliumBgpRouterAsn { get; init; }
    public required Field<string> CiliumBgpNodeAsn { get; init; }
    public required Field<LoadBalancerMode> CiliumLoadbalancerMode { get; init; }
    public required Field<IReadOnlyList<string>> CiliumLoadbalancerPool { get; init; }
    public required Field<bool> CiliumHubbleEnabled { get; init; }
    public required Field<bool> MonitoringEnabled { get; init; }
    public required Field<string> NotificationType { get; init; }
    public required Field<string> NotificationUrl { get; init; }
    public required Field<string> NotificationChannel { get; init; }
    public required Field<string> NotificationToken { get; init; }
    public required Field<string> AcmeEmail { get; init; }
    public required Field<bool> AcmeStaging { get; init; }
    public required Field<string> StorageZfsPool { get; init; }
    public required Field<string> TalosVersion { get; init; }
    public required Field<string> KubernetesVersion { get; init; }
    public required Field<string> OidcIssuerUrl { get; init; }
    public required Field<string> OidcClientId { get; init; }
    public required Field<string> OidcUsernameClaim { get; init; }
    public required Field<string> OidcGroupsClaim { get; init; }
    public required Field<string> OidcGroupsPrefix { get; init; }

    /// <summary>Whether all three BGP keys are given and in order.</summary>
    public bool HasBgp =>
        CiliumBgpRouterAddr.State == FieldState.Given
        && CiliumBgpRouterAsn.State == FieldState.Given
        && CiliumBgpNodeAsn.State == FieldState.Given;
}
