using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>No node has the address of the router, the API or a gateway.</summary>
internal sealed class NodesLeaveClusterAddressesFree : ClusterRule
{
    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null || nodes is null)
        {
            return;
        }

        var taken = new Dictionary<Ipv4Address, string>();
        foreach (var (name, field) in cluster.FixedAddresses())
        {
            if (field.Has(out var address))
            {
                taken.TryAdd(address, name);
            }
        }

        foreach (var node in nodes.Nodes)
        {
            if (node.Address.Has(out var address) && taken.TryGetValue(address, out var key))
            {
                findings.Add(
                    CrossFileDiagnostics.NodeHasServiceAddress($"{node.Path}.address", address, key, node.Address.Place)
                );
            }
        }
    }
}
