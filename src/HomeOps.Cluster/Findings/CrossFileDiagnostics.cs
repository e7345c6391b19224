using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Contradictions between cluster.yaml and nodes.yaml.</summary>
internal static class CrossFileDiagnostics
{
    public static Diagnostic NodeOutsideNetwork(string name, Ipv4Address address, Ipv4Cidr range, Location? place) =>
        Diagnostic.Error(
            "HO1301",
            $"{name}: {address} is not inside node_cidr {range}",
            place,
            $"choose an address from {range.FirstHost} to {range.LastHost}, or correct node_cidr in cluster.yaml"
        );

    public static Diagnostic NodeHasServiceAddress(string name, Ipv4Address address, string key, Location? place) =>
        Diagnostic.Error(
            "HO1302",
            $"{name}: the address {address} is {key} of cluster.yaml",
            place,
            "give the node a free address of its own"
        );

    public static Diagnostic PoolIsTaken(string range, IReadOnlyList<string> holders, Location? place) =>
        Diagnostic.Error(
            "HO1303",
            $"cilium_loadbalancer_pool: {range} holds {Listed(holders)}",
            place,
            "give the pool addresses that nobody has; Cilium would answer for them"
        );

    public static Diagnostic NoNodeInNetwork(Ipv4Cidr range, Ipv4Address first, Location? place) =>
        Diagnostic.Error(
            "HO1304",
            $"node_cidr: {range} holds neither the API's address nor that of any node",
            place,
            $"correct it to the network of the nodes, the first of which is {first}"
        );

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count switch
        {
            1 => names[0],
            2 or 3 => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
            _ => $"{names[0]}, {names[1]} and {names.Count - 2} more",
        };
}
