using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The BGP peer is a router: it may be the nodes' own, but no node, and no address that the cluster gives away.</summary>
internal sealed class BgpPeerIsAnotherHost : ClusterRule
{
    private const string Key = "cilium_bgp_router_addr";

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null || !cluster.CiliumBgpRouterAddr.Has(out var peer))
        {
            return;
        }

        foreach (var (name, field) in cluster.ServiceAddresses())
        {
            if (field.Has(out var address) && address == peer)
            {
                findings.Add(ClusterDiagnostics.SameAddress(Key, name, peer, cluster.CiliumBgpRouterAddr.Place));
            }
        }

        foreach (var node in nodes?.Nodes ?? [])
        {
            if (node.Address.Has(out var address) && address == peer)
            {
                findings.Add(
                    CrossFileDiagnostics.NodeHasServiceAddress($"{node.Path}.address", address, Key, node.Address.Place)
                );
            }
        }
    }
}
