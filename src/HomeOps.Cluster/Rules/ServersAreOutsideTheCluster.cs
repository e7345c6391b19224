using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The nodes do not ask the cluster for names or the time: they need both before there is a cluster.</summary>
internal sealed class ServersAreOutsideTheCluster : ClusterRule
{
    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null)
        {
            return;
        }

        Look("node_dns_servers", cluster.NodeDnsServers);
        Look("node_ntp_servers", cluster.NodeNtpServers);

        void Look(string key, Field<IReadOnlyList<Ipv4Address>> field)
        {
            if (!field.Has(out var servers))
            {
                return;
            }

            foreach (var (name, taken) in cluster.ServiceAddresses())
            {
                if (taken.Has(out var address) && servers.Contains(address))
                {
                    findings.Add(ClusterDiagnostics.ServerInCluster(key, address, name, field.Place));
                }
            }
        }
    }
}
