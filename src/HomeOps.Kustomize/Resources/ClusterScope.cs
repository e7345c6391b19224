namespace HomeOps.Kustomize;

/// <summary>The kinds that kustomize 5.8 knows to have no namespace. Custom resources never count.</summary>
internal static class ClusterScope
{
    public static bool Contains(string apiVersion, string kind) =>
        kind switch
        {
            "ComponentStatus" or "Namespace" or "Node" or "PersistentVolume" => apiVersion == "v1",
            "MutatingWebhookConfiguration" or "ValidatingWebhookConfiguration" => IsV1OrBeta(
                apiVersion,
                "admissionregistration.k8s.io/"
            ),
            "ValidatingAdmissionPolicy" or "ValidatingAdmissionPolicyBinding" => apiVersion
                == "admissionregistration.k8s.io/v1",
            "CustomResourceDefinition" => IsV1OrBeta(apiVersion, "apiextensions.k8s.io/"),
            "APIService" => IsV1OrBeta(apiVersion, "apiregistration.k8s.io/"),
            "CertificateSigningRequest" => IsV1OrBeta(apiVersion, "certificates.k8s.io/"),
            "FlowSchema" or "PriorityLevelConfiguration" => apiVersion == "flowcontrol.apiserver.k8s.io/v1beta1",
            "IngressClass" => IsV1OrBeta(apiVersion, "networking.k8s.io/"),
            "RuntimeClass" => IsV1OrBeta(apiVersion, "node.k8s.io/"),
            "PodSecurityPolicy" => apiVersion == "policy/v1beta1",
            "ClusterRole" or "ClusterRoleBinding" => IsV1OrBeta(apiVersion, "rbac.authorization.k8s.io/"),
            "PriorityClass" => IsV1OrBeta(apiVersion, "scheduling.k8s.io/"),
            "CSIDriver" or "CSINode" or "StorageClass" or "VolumeAttachment" => IsV1OrBeta(
                apiVersion,
                "storage.k8s.io/"
            ),
            _ => false,
        };

    private static bool IsV1OrBeta(string apiVersion, string group) =>
        apiVersion.StartsWith(group, StringComparison.Ordinal) && apiVersion.AsSpan(group.Length) is "v1" or "v1beta1";
}
