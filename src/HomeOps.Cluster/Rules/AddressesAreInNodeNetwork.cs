using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// The router and the API's shared address are in the nodes' network; so are the gateways, which are announced by ARP, unless
/// BGP announces them.
/// </summary>
internal sealed class AddressesAreInNodeNetwork : ClusterRule
{
    public override bool IsForBlueprint => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (
            cluster is null
            || !cluster.NodeCidr.Has(out var range)
            || NodeNetworkIsTheNodes.IsElsewhere(cluster, nodes)
        )
        {
            return;
        }

        var isAnnounced = cluster.CiliumBgpRouterAddr.State != FieldState.Absent;
        foreach (var (name, field) in cluster.FixedAddresses())
        {
            var mustBeInside = !isAnnounced || name is "node_default_gateway" or "cluster_api_addr";
            if (!field.Has(out var address) || field.Place is null)
            {
                continue;
            }

            if (!range.Contains(address))
            {
                if (mustBeInside)
                {
                    findings.Add(ClusterDiagnostics.OutsideNodes(name, address, range, field.Place));
                }
            }
            else if (range.IsEdge(address))
            {
                findings.Add(ClusterDiagnostics.NetworkEdge(name, address, range, field.Place));
            }
        }
    }
}
