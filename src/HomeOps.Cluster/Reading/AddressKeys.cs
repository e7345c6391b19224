namespace HomeOps.Cluster;

/// <summary>The single addresses that cluster.yaml gives away.</summary>
internal static class AddressKeys
{
    /// <summary>Each key with its address, the router (given or by default) first.</summary>
    public static IEnumerable<(string Name, Field<Ipv4Address> Field)> FixedAddresses(this ClusterInput cluster)
    {
        yield return ("node_default_gateway", cluster.Router());
        foreach (var service in cluster.ServiceAddresses())
        {
            yield return service;
        }
    }

    /// <summary>The API's address and those of the three gateways.</summary>
    public static IEnumerable<(string Name, Field<Ipv4Address> Field)> ServiceAddresses(this ClusterInput cluster) =>
        [
            ("cluster_api_addr", cluster.ClusterApiAddr),
            ("cluster_dns_gateway_addr", cluster.ClusterDnsGatewayAddr),
            ("cluster_gateway_addr", cluster.ClusterGatewayAddr),
            ("cloudflare_gateway_addr", cluster.CloudflareGatewayAddr),
        ];

    /// <summary>The router of the nodes, given or by default.</summary>
    public static Field<Ipv4Address> Router(this ClusterInput cluster) =>
        cluster.NodeCidr.Has(out var range) && range.Nth(1) is { } first
            ? cluster.NodeDefaultGateway.WithDefault(first)
            : cluster.NodeDefaultGateway;
}
