using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// The addresses that Cilium may hand out are nobody's: no node's, not the router's or the API's. Those of the gateways are among
/// them, or no gateway would get its address.
/// </summary>
internal sealed class LoadBalancerPoolIsFree : ClusterRule
{
    private const string Api = "cluster_api_addr";

    public override bool IsForBlueprint => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null || !cluster.CiliumLoadbalancerPool.Has(out var items))
        {
            return;
        }

        var place = cluster.CiliumLoadbalancerPool.Place;
        var pool = items.Select(Range).ToList();
        var taken = Taken(cluster, nodes);
        foreach (var range in pool)
        {
            var inside = taken.Where(t => range.Contains(t.Address)).Select(static t => t.Name).ToList();
            if (inside.Count > 0)
            {
                findings.Add(CrossFileDiagnostics.PoolIsTaken(Shown(range), inside, place));
            }
        }

        foreach (var (name, field) in cluster.ServiceAddresses().Where(static a => a.Name != Api))
        {
            if (field.Has(out var address) && !pool.Exists(r => r.Contains(address)))
            {
                findings.Add(ClusterDiagnostics.OutsidePool(name, address, field.Place));
            }
        }
    }

    private static List<(string Name, Ipv4Address Address)> Taken(ClusterInput cluster, NodesInput? nodes)
    {
        var taken = new List<(string, Ipv4Address)>();
        Add("node_default_gateway", cluster.Router());
        Add(Api, cluster.ClusterApiAddr);
        Add("cilium_bgp_router_addr", cluster.CiliumBgpRouterAddr);
        foreach (var node in nodes?.Nodes ?? [])
        {
            Add($"{node.Path}.address", node.Address);
        }

        return taken;

        void Add(string name, Field<Ipv4Address> field)
        {
            if (field.Has(out var address))
            {
                taken.Add((name, address));
            }
        }
    }

    private static Ipv4Cidr Range(string item) =>
        Ipv4Cidr.TryParse(item.Contains('/', StringComparison.Ordinal) ? item : item + "/32", out var range, out _)
            ? range
            : default;

    private static string Shown(Ipv4Cidr range) => range.Size == 1 ? $"{range.Network}" : $"{range}";
}
