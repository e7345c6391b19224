using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Makes the service account that a GKE workload identity needs.</summary>
internal static class IamPolicyGenerator
{
    private static readonly string[] Service = ["name", "namespace"];
    private static readonly string[] Account = ["name", "projectId"];

    public static Resource Make(FieldReader fields, Location at)
    {
        if (fields.Text("cloud") != "gke")
        {
            throw new KustomizeException(KustomizeDiagnostics.UnknownCloud(fields.Text("cloud"), at));
        }

        var service = fields.Child("kubernetesService", Service);
        var account = fields.Child("serviceAccount", Account);
        var metadata = new MapNode();
        metadata.SetText("name", service?.Text("name") ?? "");
        var annotations = new MapNode();
        annotations.SetText(
            "iam.gke.io/gcp-service-account",
            $"{account?.Text("name")}@{account?.Text("projectId")}.iam.gserviceaccount.com"
        );
        metadata.Set("annotations", annotations);
        if (service?.Text("namespace") is { Length: > 0 } space)
        {
            metadata.SetText("namespace", space);
        }

        var root = new MapNode();
        root.SetText("apiVersion", "v1");
        root.SetText("kind", "ServiceAccount");
        root.Set("metadata", metadata);
        return new Resource(root, at);
    }
}
