using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>At least one node is a controller.</summary>
internal sealed class ThereIsAController : ClusterRule
{
    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (nodes?.CountControllers() == 0)
        {
            findings.Add(NodeDiagnostics.NoController(nodes.Place));
        }
    }
}
