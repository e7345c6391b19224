using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The service range is large enough for the fixed address of the DNS service.</summary>
internal sealed class ServiceRangeHoldsDns : ClusterRule
{
    public override bool IsForBlueprint => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (
            cluster is not null
            && cluster.ClusterSvcCidr.Has(out var range)
            && range.Nth(ClusterConfig.DnsServiceIndex) is null
        )
        {
            findings.Add(ClusterDiagnostics.ServiceRangeTooSmall(range, cluster.ClusterSvcCidr.Place));
        }
    }
}
