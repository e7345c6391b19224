namespace HomeOps.Cluster;

/// <summary>Fills in the defaults of what was read without an error.</summary>
internal static class ModelBuilder
{
    public static ClusterModel Build(ClusterInput input, NodesInput nodes)
    {
        var (_, cidr, _) = input.NodeCidr;
        return new ClusterModel(Cluster(input, cidr), [.. nodes.Nodes.Select(Node)]);
    }

    private static ClusterConfig Cluster(ClusterInput input, Ipv4Cidr nodeCidr) =>
        new()
        {
            ClusterName = input.ClusterName.Or(ClusterDefaults.ClusterName),
            NodeCidr = nodeCidr,
            NodeDnsServers = input.NodeDnsServers.Or(ClusterDefaults.DnsServers),
            NodeNtpServers = input.NodeNtpServers.Or(ClusterDefaults.NtpServers),
            NodeDefaultGateway = input.NodeDefaultGateway.Or(nodeCidr.Nth(1) ?? nodeCidr.Network),
            NodeVlanTag = input.NodeVlanTag.Or(""),
            ClusterPodCidr = input.ClusterPodCidr.Or(ClusterDefaults.PodCidr),
            ClusterSvcCidr = input.ClusterSvcCidr.Or(ClusterDefaults.SvcCidr),
            ClusterApiAddr = input.ClusterApiAddr.Value,
            ClusterApiTlsSans = input.ClusterApiTlsSans.Or([]),
            ClusterGatewayAddr = input.ClusterGatewayAddr.Value,
            ClusterDnsGatewayAddr = input.ClusterDnsGatewayAddr.Value,
            CloudflareGatewayAddr = input.CloudflareGatewayAddr.Value,
            RepositoryName = input.RepositoryName.Or(""),
            RepositoryBranch = input.RepositoryBranch.Or(ClusterDefaults.RepositoryBranch),
            RepositoryVisibility = input.RepositoryVisibility.Or(RepositoryVisibility.Public),
            CloudflareDomain = input.CloudflareDomain.Or(""),
            CloudflareToken = input.CloudflareToken.Or(""),
            CiliumBgpRouterAddr = input.HasBgp ? input.CiliumBgpRouterAddr.Value : null,
            CiliumBgpRouterAsn = input.CiliumBgpRouterAsn.Or(""),
            CiliumBgpNodeAsn = input.CiliumBgpNodeAsn.Or(""),
            CiliumLoadbalancerMode = input.CiliumLoadbalancerMode.Or(LoadBalancerMode.Dsr),
            CiliumLoadbalancerPool = input.CiliumLoadbalancerPool.Or([
                $"{input.ClusterDnsGatewayAddr.Value}",
                $"{input.ClusterGatewayAddr.Value}",
                $"{input.CloudflareGatewayAddr.Value}",
            ]),
            CiliumHubbleEnabled = input.CiliumHubbleEnabled.Or(standard: false),
            MonitoringEnabled = input.MonitoringEnabled.Or(standard: false),
            NotificationType = input.NotificationType.Or(""),
            NotificationUrl = input.NotificationUrl.Or(""),
            NotificationChannel = input.NotificationChannel.Or(""),
            NotificationToken = input.NotificationToken.Or(""),
            AcmeEmail = input.AcmeEmail.Or(""),
            AcmeStaging = input.AcmeStaging.Or(standard: false),
            StorageZfsPool = input.StorageZfsPool.Or(""),
            TalosVersion = input.TalosVersion.Or(""),
            KubernetesVersion = input.KubernetesVersion.Or(""),
            OidcIssuerUrl = input.OidcIssuerUrl.Or(""),
            OidcClientId = input.OidcClientId.Or(""),
            OidcUsernameClaim = input.OidcUsernameClaim.Or(ClusterDefaults.OidcUsernameClaim),
            OidcGroupsClaim = input.OidcGroupsClaim.Or(ClusterDefaults.OidcGroupsClaim),
            OidcGroupsPrefix = input.OidcGroupsPrefix.Or(ClusterDefaults.OidcGroupsPrefix),
        };

    private static NodeConfig Node(NodeInput node) =>
        new()
        {
            Name = node.Name.Or(""),
            Address = node.Address.Value,
            Controller = node.Controller.Or(standard: false),
            Disk = node.Disk.Or(""),
            MacAddr = node.MacAddr.Value,
            SchematicId = node.SchematicId.Or(""),
            Mtu = node.Mtu.Or(ClusterDefaults.Mtu),
            Secureboot = node.Secureboot.Or(standard: false),
            EncryptDisk = node.EncryptDisk.Or(standard: false),
        };
}
