using System.Collections.Frozen;

namespace HomeOps.Cluster;

/// <summary>Reads cluster.yaml: which keys there are and what each may hold.</summary>
internal static class ClusterFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "cluster.yaml";

    private static readonly FrozenDictionary<string, RepositoryVisibility> Visibilities = new Dictionary<
        string,
        RepositoryVisibility
    >
    {
        ["public"] = RepositoryVisibility.Public,
        ["private"] = RepositoryVisibility.Private,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, LoadBalancerMode> LoadBalancerModes = new Dictionary<
        string,
        LoadBalancerMode
    >
    {
        ["dsr"] = LoadBalancerMode.Dsr,
        ["snat"] = LoadBalancerMode.Snat,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Provider types of Flux's notification controller that need an address only.
    private static readonly FrozenDictionary<string, string> Providers = new[]
    {
        "alertmanager",
        "discord",
        "generic",
        "googlechat",
        "grafana",
        "lark",
        "matrix",
        "msteams",
        "rocket",
        "sentry",
        "slack",
        "telegram",
        "webex",
    }.ToFrozenDictionary(static p => p, StringComparer.Ordinal);

    public static ClusterInput Read(MappingReader file, bool hasOwnTemplates = false) =>
        new()
        {
            ClusterName = file.Blueprint<string>("cluster_name", NameFields.ClusterName),
            NodeCidr = file.Required<Ipv4Cidr>("node_cidr", AddressFields.Cidr, "node_cidr: 10.0.0.0/16"),
            NodeDnsServers = file.OptionalList<Ipv4Address>("node_dns_servers", AddressFields.Ipv4),
            NodeNtpServers = file.OptionalList<Ipv4Address>("node_ntp_servers", AddressFields.Ipv4),
            NodeDefaultGateway = file.Optional<Ipv4Address>("node_default_gateway", AddressFields.Ipv4),
            NodeVlanTag = file.Optional("node_vlan_tag", TextFields.NumberText(1, 4094)),
            ClusterPodCidr = file.Optional<Ipv4Cidr>("cluster_pod_cidr", AddressFields.Cidr),
            ClusterSvcCidr = file.Optional<Ipv4Cidr>("cluster_svc_cidr", AddressFields.Cidr),
            ClusterApiAddr = file.Required<Ipv4Address>(
                "cluster_api_addr",
                AddressFields.Ipv4,
                "cluster_api_addr: 10.0.50.50"
            ),
            ClusterApiTlsSans = file.OptionalList<string>("cluster_api_tls_sans", NameFields.Fqdn),
            ClusterGatewayAddr = file.Required<Ipv4Address>(
                "cluster_gateway_addr",
                AddressFields.Ipv4,
                "cluster_gateway_addr: 10.0.50.101"
            ),
            ClusterDnsGatewayAddr = file.Required<Ipv4Address>(
                "cluster_dns_gateway_addr",
                AddressFields.Ipv4,
                "cluster_dns_gateway_addr: 10.0.50.100"
            ),
            CloudflareGatewayAddr = file.Required<Ipv4Address>(
                "cloudflare_gateway_addr",
                AddressFields.Ipv4,
                "cloudflare_gateway_addr: 10.0.50.102"
            ),
            RepositoryName = file.Required<string>(
                "repository_name",
                hasOwnTemplates ? TextFields.NonEmpty : InternetFields.Repository,
                "repository_name: example/home-ops"
            ),
            RepositoryBranch = file.Optional<string>("repository_branch", TextFields.NonEmpty),
            RepositoryVisibility = file.Optional("repository_visibility", TextFields.OneOf(Visibilities)),
            CloudflareDomain = file.Required<string>(
                "cloudflare_domain",
                NameFields.Fqdn,
                "cloudflare_domain: example.org"
            ),
            CloudflareToken = file.Required<string>(
                "cloudflare_token",
                TextFields.NonEmpty,
                "cloudflare_token: \"...\""
            ),
            CiliumBgpRouterAddr = file.Optional<Ipv4Address>("cilium_bgp_router_addr", AddressFields.Ipv4),
            CiliumBgpRouterAsn = file.Optional("cilium_bgp_router_asn", TextFields.NumberText(1, uint.MaxValue)),
            CiliumBgpNodeAsn = file.Optional("cilium_bgp_node_asn", TextFields.NumberText(1, uint.MaxValue)),
            CiliumLoadbalancerMode = file.Optional("cilium_loadbalancer_mode", TextFields.OneOf(LoadBalancerModes)),
            CiliumLoadbalancerPool = file.OptionalList<string>("cilium_loadbalancer_pool", AddressFields.Ipv4OrCidr),
            CiliumHubbleEnabled = file.Blueprint<bool>("cilium_hubble_enabled", TextFields.Bool),
            MonitoringEnabled = file.Blueprint<bool>("monitoring_enabled", TextFields.Bool),
            NotificationType = file.Blueprint("notification_type", TextFields.OneOf(Providers)),
            NotificationUrl = file.Blueprint("notification_url", InternetFields.WebAddress("https", "http")),
            NotificationChannel = file.Blueprint<string>("notification_channel", TextFields.NonEmpty),
            NotificationToken = file.Blueprint<string>("notification_token", TextFields.NonEmpty),
            AcmeEmail = file.Blueprint<string>("acme_email", InternetFields.Mail),
            AcmeStaging = file.Blueprint<bool>("acme_staging", TextFields.Bool),
            StorageZfsPool = file.Blueprint<string>("storage_zfs_pool", TextFields.NonEmpty),
            TalosVersion = file.Blueprint<string>("talos_version", InternetFields.Release),
            KubernetesVersion = file.Blueprint<string>("kubernetes_version", InternetFields.Release),
            OidcIssuerUrl = file.Optional("oidc_issuer_url", InternetFields.WebAddress("https")),
            OidcClientId = file.Optional<string>("oidc_client_id", TextFields.NonEmpty),
            OidcUsernameClaim = file.Optional<string>("oidc_username_claim", TextFields.NonEmpty),
            OidcGroupsClaim = file.Optional<string>("oidc_groups_claim", TextFields.NonEmpty),
            OidcGroupsPrefix = file.Optional<string>("oidc_groups_prefix", TextFields.NonEmpty),
        };
}
