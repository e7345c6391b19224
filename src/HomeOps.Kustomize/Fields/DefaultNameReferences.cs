using static HomeOps.Kustomize.DefaultFieldSpecs;

namespace HomeOps.Kustomize;

/// <summary>The fields of built-in kinds that hold names of other objects.</summary>
internal static class DefaultNameReferences
{
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Admission = "admissionregistration.k8s.io";

    // Kinds that hold a pod, with the path to its spec.
    private static readonly (string Kind, string Version, string Pod)[] Pods =
    [
        ("Pod", "v1", "spec/"),
        ("PodTemplate", "", "template/spec/"),
        ("Deployment", "", "spec/template/spec/"),
        ("ReplicaSet", "", "spec/template/spec/"),
        ("DaemonSet", "", "spec/template/spec/"),
        ("StatefulSet", "", "spec/template/spec/"),
        ("Job", "", "spec/template/spec/"),
        ("CronJob", "", "spec/jobTemplate/spec/template/spec/"),
    ];

    private static readonly (string Kind, string Version, string Pod)[] Workloads =
    [
        ("Pod", "", "spec/"),
        ("StatefulSet", "", "spec/template/spec/"),
        ("Deployment", "", "spec/template/spec/"),
        ("ReplicationController", "", "spec/template/spec/"),
        ("CronJob", "", "spec/jobTemplate/spec/template/spec/"),
        ("Job", "", "spec/template/spec/"),
        ("DaemonSet", "", "spec/template/spec/"),
    ];

    public static NameReference[] Make() =>
        [
            Scaled("Deployment"),
            Scaled("ReplicationController"),
            Scaled("ReplicaSet"),
            Scaled("StatefulSet"),
            new(Gvk.OfKind("ConfigMap", version: "v1"), [.. ConfigMaps()]),
            new(Gvk.OfKind("Secret", version: "v1"), [.. Secrets()]),
            new(Gvk.OfKind("Service", version: "v1"), Services()),
            new(Gvk.OfKind("Role", Rbac), [Spec("roleRef/name", "RoleBinding", Rbac)]),
            new(
                Gvk.OfKind("ClusterRole", Rbac),
                [Spec("roleRef/name", "RoleBinding", Rbac), Spec("roleRef/name", "ClusterRoleBinding", Rbac)]
            ),
            new(
                Gvk.OfKind("ServiceAccount", version: "v1"),
                [
                    Spec("subjects", "RoleBinding", Rbac),
                    Spec("subjects", "ClusterRoleBinding", Rbac),
                    .. InPods(Workloads, "serviceAccountName"),
                ]
            ),
            new(
                Gvk.OfKind("PersistentVolumeClaim", version: "v1"),
                [.. InPods(Workloads, "volumes/persistentVolumeClaim/claimName")]
            ),
            new(
                Gvk.OfKind("PersistentVolume", version: "v1"),
                [Spec("spec/volumeName", "PersistentVolumeClaim"), Spec("rules/resourceNames", "ClusterRole")]
            ),
            new(
                Gvk.OfKind("StorageClass", "storage.k8s.io", "v1"),
                [
                    Spec("spec/storageClassName", "PersistentVolume"),
                    Spec("spec/storageClassName", "PersistentVolumeClaim"),
                    Spec("spec/volumeClaimTemplates/spec/storageClassName", "StatefulSet"),
                ]
            ),
            new(Gvk.OfKind("PriorityClass", "scheduling.k8s.io", "v1"), [.. InPods(Workloads, "priorityClassName")]),
            // The group is kustomize's own: it never matches an ingress class.
            new(Gvk.OfKind("IngressClass", "networking.k8s.io/v1", "v1"), [Spec("spec/ingressClassName", "Ingress")]),
            new(
                Gvk.OfKind("ValidatingAdmissionPolicy", Admission),
                [Spec("spec/policyName", "ValidatingAdmissionPolicyBinding", Admission)]
            ),
        ];

    private static NameReference Scaled(string kind) =>
        new(Gvk.OfKind(kind), [Spec("spec/scaleTargetRef/name", "HorizontalPodAutoscaler")]);

    private static IEnumerable<FieldSpec> InPods(
        (string Kind, string Version, string Pod)[] kinds,
        params string[] paths
    )
    {
        foreach (var (kind, version, pod) in kinds)
        {
            foreach (var path in paths)
            {
                yield return Spec(pod + path, kind, version: version);
            }
        }
    }

    private static IEnumerable<FieldSpec> ConfigMaps() =>
        [
            .. InPods(
                Pods,
                "volumes/configMap/name",
                "containers/env/valueFrom/configMapKeyRef/name",
                "initContainers/env/valueFrom/configMapKeyRef/name",
                "containers/envFrom/configMapRef/name",
                "initContainers/envFrom/configMapRef/name",
                "volumes/projected/sources/configMap/name"
            ),
            Spec("spec/configSource/configMap", "Node"),
            Spec("rules/resourceNames", "Role"),
            Spec("rules/resourceNames", "ClusterRole"),
            Spec(@"metadata/annotations/nginx.ingress.kubernetes.io\/fastcgi-params-configmap", "Ingress"),
        ];

    private static IEnumerable<FieldSpec> Secrets() =>
        [
            .. InPods(
                Pods,
                "volumes/secret/secretName",
                "containers/env/valueFrom/secretKeyRef/name",
                "initContainers/env/valueFrom/secretKeyRef/name",
                "containers/envFrom/secretRef/name",
                "initContainers/envFrom/secretRef/name",
                "imagePullSecrets/name",
                "volumes/projected/sources/secret/name"
            ),
            Spec("spec/tls/secretName", "Ingress"),
            Spec(@"metadata/annotations/ingress.kubernetes.io\/auth-secret", "Ingress"),
            Spec(@"metadata/annotations/nginx.ingress.kubernetes.io\/auth-secret", "Ingress"),
            Spec(@"metadata/annotations/nginx.ingress.kubernetes.io\/auth-tls-secret", "Ingress"),
            Spec("imagePullSecrets/name", "ServiceAccount"),
            Spec("parameters/secretName", "StorageClass"),
            Spec("parameters/adminSecretName", "StorageClass"),
            Spec("parameters/userSecretName", "StorageClass"),
            Spec("parameters/secretRef", "StorageClass"),
            Spec("rules/resourceNames", "Role"),
            Spec("rules/resourceNames", "ClusterRole"),
            Spec(
                "spec/template/spec/containers/env/valueFrom/secretKeyRef/name",
                "Service",
                "serving.knative.dev",
                "v1"
            ),
            Spec("spec/azureFile/secretName", "PersistentVolume"),
        ];

    private static FieldSpec[] Services() =>
        [
            Spec("spec/serviceName", "StatefulSet", "apps"),
            Spec("spec/rules/http/paths/backend/serviceName", "Ingress"),
            Spec("spec/backend/serviceName", "Ingress"),
            Spec("spec/rules/http/paths/backend/service/name", "Ingress"),
            Spec("spec/defaultBackend/service/name", "Ingress"),
            Spec("spec/service/name", "APIService", "apiregistration.k8s.io"),
            Spec("webhooks/clientConfig/service", "ValidatingWebhookConfiguration", Admission),
            Spec("webhooks/clientConfig/service", "MutatingWebhookConfiguration", Admission),
        ];
}
