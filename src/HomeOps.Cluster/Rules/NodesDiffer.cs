using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Names, addresses and hardware addresses of nodes are unique.</summary>
internal sealed class NodesDiffer : ClusterRule
{
    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var addresses = new Dictionary<Ipv4Address, string>();
        var macs = new Dictionary<MacAddress, string>();
        foreach (var node in nodes?.Nodes ?? [])
        {
            if (node.Name.Has(out var name) && !names.TryAdd(name, node.Path))
            {
                findings.Add(NodeDiagnostics.DuplicateName($"{node.Path}.name", name, names[name], node.Name.Place));
            }

            if (node.Address.Has(out var address) && !addresses.TryAdd(address, node.Path))
            {
                findings.Add(
                    NodeDiagnostics.DuplicateAddress(
                        $"{node.Path}.address",
                        address,
                        addresses[address],
                        node.Address.Place
                    )
                );
            }

            if (node.MacAddr.Has(out var mac) && !macs.TryAdd(mac, node.Path))
            {
                findings.Add(NodeDiagnostics.DuplicateMac($"{node.Path}.mac_addr", mac, macs[mac], node.MacAddr.Place));
            }
        }
    }
}
