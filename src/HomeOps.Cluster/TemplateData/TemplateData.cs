using HomeOps.Jinja.Values;

namespace HomeOps.Cluster;

/// <summary>
/// The cluster as templates see it: the keys of cluster.yaml and nodes.yaml with their defaults, and what is derived from them.
/// Absent texts are <c>""</c> and absent lists <c>[]</c>, so that a template can ask for any key.
/// </summary>
internal static class TemplateData
{
    /// <summary>The names templates use, each with its value.</summary>
    public static PyDict Of(ClusterModel model)
    {
        var data = new PyDict();
        foreach (var (name, value) in Pairs(model))
        {
            data.Set(name, value);
        }

        return data;
    }

    private static IReadOnlyList<KeyValuePair<string, Value>> Pairs(ClusterModel model)
    {
        var c = model.Cluster;
        return
        [
            new("cluster_name", c.ClusterName),
            new("node_cidr", c.NodeCidr.ToString()),
            new("node_dns_servers", List(c.NodeDnsServers)),
            new("node_ntp_servers", List(c.NodeNtpServers)),
            new("node_default_gateway", c.NodeDefaultGateway.ToString()),
            new("node_vlan_tag", c.NodeVlanTag),
            new("cluster_pod_cidr", c.ClusterPodCidr.ToString()),
            new("cluster_svc_cidr", c.ClusterSvcCidr.ToString()),
            new("cluster_dns_addr", c.ClusterDnsAddr.ToString()),
            new("cluster_api_addr", c.ClusterApiAddr.ToString()),
            new("cluster_api_tls_sans", List(c.ClusterApiTlsSans)),
            new("cluster_gateway_addr", c.ClusterGatewayAddr.ToString()),
            new("cluster_dns_gateway_addr", c.ClusterDnsGatewayAddr.ToString()),
            new("cloudflare_gateway_addr", c.CloudflareGatewayAddr.ToString()),
            new("repository_name", c.RepositoryName),
            new("repository_branch", c.RepositoryBranch),
            new("repository_visibility", c.RepositoryVisibility == RepositoryVisibility.Private ? "private" : "public"),
            new("cloudflare_domain", c.CloudflareDomain),
            new("cloudflare_token", c.CloudflareToken),
            new("cilium_bgp_enabled", c.CiliumBgpEnabled),
            new("cilium_bgp_router_addr", c.CiliumBgpRouterAddr?.ToString() ?? string.Empty),
            new("cilium_bgp_router_asn", c.CiliumBgpRouterAsn),
            new("cilium_bgp_node_asn", c.CiliumBgpNodeAsn),
            new("cilium_loadbalancer_mode", c.CiliumLoadbalancerMode == LoadBalancerMode.Snat ? "snat" : "dsr"),
            new("cilium_loadbalancer_pool", List(c.CiliumLoadbalancerPool)),
            new("cilium_hubble_enabled", c.CiliumHubbleEnabled),
            new("monitoring_enabled", c.MonitoringEnabled),
            new("notification_type", c.NotificationType),
            new("notification_url", c.NotificationUrl),
            new("notification_channel", c.NotificationChannel),
            new("notification_token", c.NotificationToken),
            new("acme_email", c.AcmeEmail),
            new("acme_staging", c.AcmeStaging),
            new("storage_zfs_pool", c.StorageZfsPool),
            new("talos_version", c.TalosVersion),
            new("kubernetes_version", c.KubernetesVersion),
            new("oidc_issuer_url", c.OidcIssuerUrl),
            new("oidc_client_id", c.OidcClientId),
            new("oidc_username_claim", c.OidcUsernameClaim),
            new("oidc_groups_claim", c.OidcGroupsClaim),
            new("oidc_groups_prefix", c.OidcGroupsPrefix),
            new("spegel_enabled", model.SpegelEnabled),
            new("controller_count", (long)model.ControllerCount),
            new("worker_count", (long)model.WorkerCount),
            new("nodes", new PyList(model.Nodes.Select(Node))),
        ];
    }

    private static Value Node(NodeConfig node)
    {
        var dict = new PyDict();
        dict.Set("name", node.Name);
        dict.Set("address", node.Address.ToString());
        dict.Set("controller", node.Controller);
        dict.Set("disk", node.Disk);
        dict.Set("mac_addr", node.MacAddr.ToString());
        dict.Set("schematic_id", node.SchematicId);
        dict.Set("mtu", (long)node.Mtu);
        dict.Set("secureboot", node.Secureboot);
        dict.Set("encrypt_disk", node.EncryptDisk);
        return dict;
    }

    private static PyList List<T>(IEnumerable<T> items) =>
        new(items.Select(static i => Value.FromString(i?.ToString() ?? string.Empty)));
}
