using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// The nodes have a second DNS server and a second time server. The router as the only one is fine: without it the nodes have no
/// network anyway.
/// </summary>
internal sealed class ServersAreNotAlone : ClusterRule
{
    public override bool IsAdvice => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null)
        {
            return;
        }

        Look("node_dns_servers", "DNS server", cluster.NodeDnsServers);
        Look("node_ntp_servers", "time server", cluster.NodeNtpServers);

        void Look(string key, string what, Field<IReadOnlyList<Ipv4Address>> field)
        {
            if (
                field.Has(out var servers)
                && servers.Distinct().Count() == 1
                && !(cluster.Router().Has(out var router) && router == servers[0])
            )
            {
                findings.Add(ClusterDiagnostics.OnlyServer(key, what, servers[0], field.Place));
            }
        }
    }
}
