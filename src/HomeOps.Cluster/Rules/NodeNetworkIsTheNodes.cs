using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// node_cidr is the network that the nodes are in. When not one of several addresses lies in it, the mistake is there, and is
/// reported there, once, instead of at every address.
/// </summary>
internal sealed class NodeNetworkIsTheNodes : ClusterRule
{
    private const int Several = 2;

    public override bool IsForBlueprint => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (IsElsewhere(cluster, nodes) && cluster is not null && cluster.NodeCidr.Has(out var range))
        {
            var first = Addresses(nodes).First();
            findings.Add(CrossFileDiagnostics.NoNodeInNetwork(range, first, cluster.NodeCidr.Place));
        }
    }

    /// <summary>Whether node_cidr holds neither the API's address nor that of any of several nodes.</summary>
    public static bool IsElsewhere(ClusterInput? cluster, NodesInput? nodes)
    {
        if (cluster is null || !cluster.NodeCidr.Has(out var range))
        {
            return false;
        }

        var addresses = Addresses(nodes).ToList();
        return addresses.Count >= Several
            && cluster.ClusterApiAddr.Has(out var api)
            && !range.Contains(api)
            && !addresses.Exists(range.Contains);
    }

    private static IEnumerable<Ipv4Address> Addresses(NodesInput? nodes)
    {
        foreach (var node in nodes?.Nodes ?? [])
        {
            if (node.Address.Has(out var address))
            {
                yield return address;
            }
        }
    }
}
