using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>The API server refuses an issuer without a client and the other way round (kube-apiserver, <c>--oidc-*</c>).</summary>
internal sealed class OidcIsComplete : ClusterRule
{
    private const string Issuer = "oidc_issuer_url";
    private const string Client = "oidc_client_id";

    public override bool IsForBlueprint => true;

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        if (cluster is null)
        {
            return;
        }

        var (issuer, client) = (cluster.OidcIssuerUrl, cluster.OidcClientId);
        if (issuer.State != FieldState.Absent && client.State == FieldState.Absent)
        {
            findings.Add(ClusterDiagnostics.PartialOidc(Client, Issuer, issuer.Place));
        }
        else if (issuer.State == FieldState.Absent && client.State != FieldState.Absent)
        {
            findings.Add(ClusterDiagnostics.PartialOidc(Issuer, Client, client.Place));
        }
    }
}
