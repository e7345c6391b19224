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
}
