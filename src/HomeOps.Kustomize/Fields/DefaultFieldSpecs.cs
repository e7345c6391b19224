namespace HomeOps.Kustomize;

/// <summary>The fields kustomize changes without being told (its documentation, "Transformer configurations").</summary>
internal static class DefaultFieldSpecs
{
    private const string Template = "spec/template/";
    private const string JobTemplate = "spec/jobTemplate/";

    public static TransformerConfig Make() =>
        new()
        {
            NamePrefix = [Any("metadata/name")],
            NameSuffix = [Any("metadata/name")],
            Namespace =
            [
                Spec("metadata/name", "Namespace", creates: true),
                Spec("spec/service/namespace", "APIService", "apiregistration.k8s.io", creates: true),
                Spec(
                    "spec/conversion/webhook/clientConfig/service/namespace",
                    "CustomResourceDefinition",
                    "apiextensions.k8s.io"
                ),
            ],
            CommonLabels = [.. Selectors(), .. Metadata("labels"), VolumeClaims()],
            TemplateLabels = Metadata("labels"),
            VolumeClaimTemplateLabels = [VolumeClaims()],
            CommonAnnotations = Metadata("annotations"),
            NameReferences = DefaultNameReferences.Make(),
            VarReferences = DefaultVarReferences.Make(),
            Images = [.. Images("spec/"), .. Images("spec/template/spec/")],
            Replicas =
            [
                Spec("spec/replicas", "Deployment", creates: true),
                Spec("spec/replicas", "ReplicationController", creates: true),
                Spec("spec/replicas", "ReplicaSet", creates: true),
                Spec("spec/replicas", "StatefulSet", creates: true),
            ],
        };

    public static FieldSpec Spec(
        string path,
        string kind,
        string group = "",
        string version = "",
        bool creates = false
    ) => new(Gvk.OfKind(kind, group, version), path, creates);

    private static FieldSpec Any(string path, bool creates = false) => new(Gvk.Any, path, creates);

    private static FieldSpec VolumeClaims() =>
        Spec("spec/volumeClaimTemplates[]/metadata/labels", "StatefulSet", "apps", creates: true);

    private static FieldSpec[] Images(string prefix) =>
        [
            Any($"{prefix}containers[]/image", creates: true),
            Any($"{prefix}initContainers[]/image", creates: true),
            Any($"{prefix}volumes[]/image/reference", creates: true),
        ];

    // The metadata of objects and of the pods they make.
    private static FieldSpec[] Metadata(string field) =>
        [
            Any($"metadata/{field}", creates: true),
            Spec($"{Template}metadata/{field}", "ReplicationController", version: "v1", creates: true),
            Spec($"{Template}metadata/{field}", "Deployment", creates: true),
            Spec($"{Template}metadata/{field}", "ReplicaSet", creates: true),
            Spec($"{Template}metadata/{field}", "DaemonSet", creates: true),
            // Annotations reach stateful sets of any group, labels those of "apps" only.
            Spec($"{Template}metadata/{field}", "StatefulSet", field == "labels" ? "apps" : "", creates: true),
            Spec($"{Template}metadata/{field}", "Job", "batch", creates: true),
            Spec($"{JobTemplate}metadata/{field}", "CronJob", "batch", creates: true),
            Spec($"{JobTemplate}{Template}metadata/{field}", "CronJob", "batch", creates: true),
        ];

    private static IEnumerable<FieldSpec> Selectors()
    {
        yield return Spec("spec/selector", "Service", version: "v1", creates: true);
        yield return Spec("spec/selector", "ReplicationController", version: "v1", creates: true);
        yield return Spec("spec/selector/matchLabels", "Deployment", creates: true);
        yield return Spec("spec/selector/matchLabels", "ReplicaSet", creates: true);
        yield return Spec("spec/selector/matchLabels", "DaemonSet", creates: true);
        yield return Spec("spec/selector/matchLabels", "StatefulSet", "apps", creates: true);
        foreach (var kind in (string[])["Deployment", "StatefulSet"])
        {
            const string Pod = Template + "spec/";
            foreach (var affinity in (string[])["podAffinity", "podAntiAffinity"])
            {
                yield return Spec(
                    $"{Pod}affinity/{affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
                    kind,
                    "apps"
                );
                yield return Spec(
                    $"{Pod}affinity/{affinity}/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
                    kind,
                    "apps"
                );
            }

            yield return Spec($"{Pod}topologySpreadConstraints/labelSelector/matchLabels", kind, "apps");
        }

        yield return Spec("spec/selector/matchLabels", "Job", "batch");
        yield return Spec("spec/jobTemplate/spec/selector/matchLabels", "CronJob", "batch");
        yield return Spec("spec/selector/matchLabels", "PodDisruptionBudget", "policy");
        yield return Spec("spec/podSelector/matchLabels", "NetworkPolicy", "networking.k8s.io");
        yield return Spec("spec/ingress/from/podSelector/matchLabels", "NetworkPolicy", "networking.k8s.io");
        yield return Spec("spec/egress/to/podSelector/matchLabels", "NetworkPolicy", "networking.k8s.io");
    }
}
