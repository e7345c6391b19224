using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>At least one node is a controller; an even number of them is worth a note.</summary>
internal sealed class ThereIsAController : ClusterRule
{
    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (nodes is not { IsWhole: true } || nodes.Nodes.Any(static n => n.Controller.State == FieldState.Broken))
        {
            return;
        }

        var count = nodes.Nodes.Count(static n => n.Controller.Or(standard: false));
        if (count == 0)
        {
            findings.Add(NodeDiagnostics.NoController(nodes.Place));
        }
        else if (count % 2 == 0)
        {
            findings.Add(NodeDiagnostics.EvenControllers(count, nodes.Place));
        }
    }
}
