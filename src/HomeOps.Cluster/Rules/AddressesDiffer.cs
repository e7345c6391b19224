using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The API, the three gateways and the router each have an address of their own.</summary>
internal sealed class AddressesDiffer : ClusterRule
{
    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        var seen = new Dictionary<Ipv4Address, string>();
        foreach (var (name, field) in cluster?.FixedAddresses() ?? [])
        {
            if (field.Has(out var address) && !seen.TryAdd(address, name))
            {
                findings.Add(ClusterDiagnostics.SameAddress(name, seen[address], address, field.Place));
            }
        }
    }
}
