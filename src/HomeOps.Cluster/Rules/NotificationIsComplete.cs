using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>A notification provider has an address or a token, and neither stands alone.</summary>
internal sealed class NotificationIsComplete : ClusterRule
{
    public override bool IsForBlueprint => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null)
        {
            return;
        }

        var type = cluster.NotificationType;
        (string Name, FieldState State, Location? Place)[] others =
        [
            ("notification_url", cluster.NotificationUrl.State, cluster.NotificationUrl.Place),
            ("notification_token", cluster.NotificationToken.State, cluster.NotificationToken.Place),
            ("notification_channel", cluster.NotificationChannel.State, cluster.NotificationChannel.Place),
        ];
        if (type.State == FieldState.Absent)
        {
            foreach (var (name, state, place) in others)
            {
                if (state != FieldState.Absent)
                {
                    findings.Add(ClusterDiagnostics.NotificationWithoutType(name, place));
                }
            }
        }
        else if (others[0].State == FieldState.Absent && others[1].State == FieldState.Absent)
        {
            findings.Add(ClusterDiagnostics.NotificationWithoutAddress(type.Place));
        }
    }
}
