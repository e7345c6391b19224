using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>BGP needs the router's address and both AS numbers.</summary>
internal sealed class BgpIsComplete : ClusterRule
{
    public override bool IsForBlueprint => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null)
        {
            return;
        }

        (string Name, FieldState State, Location? Place)[] keys =
        [
            ("cilium_bgp_router_addr", cluster.CiliumBgpRouterAddr.State, cluster.CiliumBgpRouterAddr.Place),
            ("cilium_bgp_router_asn", cluster.CiliumBgpRouterAsn.State, cluster.CiliumBgpRouterAsn.Place),
            ("cilium_bgp_node_asn", cluster.CiliumBgpNodeAsn.State, cluster.CiliumBgpNodeAsn.Place),
        ];
        var missing = keys.Where(static k => k.State == FieldState.Absent).Select(static k => k.Name).ToList();
        if (missing.Count is 1 or 2)
        {
            findings.Add(
                ClusterDiagnostics.PartialBgp(missing, keys.First(static k => k.State != FieldState.Absent).Place)
            );
        }
    }
}
