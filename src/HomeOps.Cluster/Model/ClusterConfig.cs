namespace HomeOps.Cluster;

/// <summary>
/// What cluster.yaml says, checked, with every default filled in. docs/cluster-yaml.md describes each key; the properties
/// carry the keys' names.
/// </summary>
public sealed record ClusterConfig
{
    /// <summary>Name of the cluster in talosconfig and kubeconfig.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The network of the nodes.</summary>
    public required Ipv4Cidr NodeCidr { get; init; }

    /// <summary>DNS servers of the nodes.</summary>
    public required IReadOnlyList<Ipv4Address> NodeDnsServers { get; init; }

    /// <summary>Time servers of the nodes.</summary>
    public required IReadOnlyList<Ipv4Address> NodeNtpServers { get; init; }

    /// <summary>Router of the nodes.</summary>
    public required Ipv4Address NodeDefaultGateway { get; init; }

    /// <summary>VLAN tag of the nodes' network; empty when untagged.</summary>
    public required string NodeVlanTag { get; init; }

    /// <summary>Addresses of pods.</summary>
    public required Ipv4Cidr ClusterPodCidr { get; init; }

    /// <summary>Addresses of services.</summary>
    public required Ipv4Cidr ClusterSvcCidr { get; init; }

    /// <summary>Shared address of the Kubernetes API.</summary>
    public required Ipv4Address ClusterApiAddr { get; init; }

    /// <summary>Further names in the API's certificate.</summary>
    public required IReadOnlyList<string> ClusterApiTlsSans { get; init; }

    /// <summary>Load-balancer address of the internal gateway.</summary>
    public required Ipv4Address ClusterGatewayAddr { get; init; }

    /// <summary>Load-balancer address of the DNS server for the domain.</summary>
    public required Ipv4Address ClusterDnsGatewayAddr { get; init; }

    /// <summary>Load-balancer address of the external gateway.</summary>
    public required Ipv4Address CloudflareGatewayAddr { get; init; }

    /// <summary>GitHub repository, <c>owner/name</c>.</summary>
    public required string RepositoryName { get; init; }

    /// <summary>Branch that Flux follows.</summary>
    public required string RepositoryBranch { get; init; }

    /// <summary>Who may read the repository.</summary>
    public required RepositoryVisibility RepositoryVisibility { get; init; }

    /// <summary>Domain of the cluster.</summary>
    public required string CloudflareDomain { get; init; }

    /// <summary>API token for the domain's zone. Secret.</summary>
    public required string CloudflareToken { get; init; }

    /// <summary>Router that Cilium peers with; null without BGP.</summary>
    public Ipv4Address? CiliumBgpRouterAddr { get; init; }

    /// <summary>The router's AS number; empty without BGP.</summary>
    public required string CiliumBgpRouterAsn { get; init; }

    /// <summary>The nodes' AS number; empty without BGP.</summary>
    public required string CiliumBgpNodeAsn { get; init; }

    /// <summary>How Cilium sends answers of load-balanced connections back.</summary>
    public required LoadBalancerMode CiliumLoadbalancerMode { get; init; }

    /// <summary>Addresses that Cilium may hand to load balancers, each an address or a CIDR.</summary>
    public required IReadOnlyList<string> CiliumLoadbalancerPool { get; init; }

    /// <summary>Whether Hubble is installed.</summary>
    public required bool CiliumHubbleEnabled { get; init; }

    /// <summary>Whether the monitoring stack is installed.</summary>
    public required bool MonitoringEnabled { get; init; }

    /// <summary>Flux notification provider; empty for none.</summary>
    public required string NotificationType { get; init; }

    /// <summary>Address that notifications go to; empty for none. Secret.</summary>
    public required string NotificationUrl { get; init; }

    /// <summary>Channel that notifications go to, where the provider has channels; empty for none.</summary>
    public required string NotificationChannel { get; init; }

    /// <summary>Token that the provider asks for; empty for none. Secret.</summary>
    public required string NotificationToken { get; init; }

    /// <summary>Mail address given to Let's Encrypt; empty for none.</summary>
    public required string AcmeEmail { get; init; }

    /// <summary>Whether certificates come from the staging environment of Let's Encrypt.</summary>
    public required bool AcmeStaging { get; init; }

    /// <summary>ZFS pool for persistent volumes; empty for none.</summary>
    public required string StorageZfsPool { get; init; }

    /// <summary>Talos version, <c>v1.2.3</c>; empty for the one the blueprint was made for.</summary>
    public required string TalosVersion { get; init; }

    /// <summary>Kubernetes version, <c>v1.2.3</c>; empty for the one the blueprint was made for.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>Issuer of OIDC tokens that the API accepts; empty for none.</summary>
    public required string OidcIssuerUrl { get; init; }

    /// <summary>Client that the tokens must be issued for.</summary>
    public required string OidcClientId { get; init; }

    /// <summary>Claim that holds the user's name.</summary>
    public required string OidcUsernameClaim { get; init; }

    /// <summary>Claim that holds the user's groups.</summary>
    public required string OidcGroupsClaim { get; init; }

    /// <summary>Put before each group's name.</summary>
    public required string OidcGroupsPrefix { get; init; }

    /// <summary>Whether Cilium announces addresses by BGP: all three BGP keys are given.</summary>
    public bool CiliumBgpEnabled => CiliumBgpRouterAddr is not null;

    /// <summary>Address of the cluster's DNS service: the tenth after the first of the service range.</summary>
    public Ipv4Address ClusterDnsAddr => ClusterSvcCidr.Nth(DnsServiceIndex) ?? ClusterSvcCidr.Last;

    internal const int DnsServiceIndex = 10;
}
