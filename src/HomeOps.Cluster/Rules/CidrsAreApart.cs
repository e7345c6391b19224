using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Nodes, pods and services have addresses of their own.</summary>
internal sealed class CidrsAreApart : ClusterRule
{
    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null)
        {
            return;
        }

        (string Name, Field<Ipv4Cidr> Field)[] ranges =
        [
            ("node_cidr", cluster.NodeCidr),
            ("cluster_pod_cidr", cluster.ClusterPodCidr.WithDefault(ClusterDefaults.PodCidr)),
            ("cluster_svc_cidr", cluster.ClusterSvcCidr.WithDefault(ClusterDefaults.SvcCidr)),
        ];
        for (var i = 0; i < ranges.Length; i++)
        {
            for (var j = i + 1; j < ranges.Length; j++)
            {
                Compare(ranges[i], ranges[j], findings);
            }
        }
    }

    private static void Compare(
        (string Name, Field<Ipv4Cidr> Field) first,
        (string Name, Field<Ipv4Cidr> Field) second,
        DiagnosticBag findings
    )
    {
        if (!first.Field.Has(out var range) || !second.Field.Has(out var other) || !range.Overlaps(other))
        {
            return;
        }

        // The finding stands where a line can be corrected: a default has none.
        findings.Add(
            second.Field.Place is { } place
                ? ClusterDiagnostics.CidrsOverlap(second.Name, other, first.Name, range, place)
                : ClusterDiagnostics.CidrsOverlap(first.Name, range, second.Name, other, first.Field.Place)
        );
    }
}
