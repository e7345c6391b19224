using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Says what a number of control planes is good for when another number would be better. etcd works while more than half of its
/// members do (etcd FAQ, "What is failure tolerance?").
/// </summary>
internal sealed class ControlPlaneSurvivesFailures : ClusterRule
{
    // etcd FAQ, "What is maximum cluster size?": seven at most.
    private const int Most = 7;

    public override bool IsAdvice => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (nodes?.CountControllers() is not { } count)
        {
            return;
        }

        switch (count)
        {
            case 1:
                findings.Add(NodeDiagnostics.OneController(nodes.Place));
                break;
            case 2:
                findings.Add(NodeDiagnostics.TwoControllers(nodes.Place));
                break;
            case > Most:
                findings.Add(NodeDiagnostics.ManyControllers(count, nodes.Place));
                break;
            case > 2 when count % 2 == 0:
                findings.Add(NodeDiagnostics.EvenControllers(count, nodes.Place));
                break;
        }
    }
}
