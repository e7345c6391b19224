using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Each node's address is one that a host of the nodes' network can have.</summary>
internal sealed class NodesAreInNodeNetwork : ClusterRule
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

        foreach (var node in nodes?.Nodes ?? [])
        {
            if (!node.Address.Has(out var address))
            {
                continue;
            }

            var name = $"{node.Path}.address";
            if (!range.Contains(address))
            {
                findings.Add(CrossFileDiagnostics.NodeOutsideNetwork(name, address, range, node.Address.Place));
            }
            else if (range.IsEdge(address))
            {
                findings.Add(ClusterDiagnostics.NetworkEdge(name, address, range, node.Address.Place));
            }
        }
    }
}
