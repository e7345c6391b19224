namespace HomeOps.Schema.Tests.Scopes;

public sealed class KubernetesScopesTests
{
    [Theory]
    [InlineData("v1", "ConfigMap", ObjectScope.Namespaced)]
    [InlineData("v1", "Namespace", ObjectScope.Cluster)]
    [InlineData("apps/v1", "Deployment", ObjectScope.Namespaced)]
    [InlineData("apps/v1beta2", "Deployment", ObjectScope.Namespaced)]
    [InlineData("storage.k8s.io/v1", "StorageClass", ObjectScope.Cluster)]
    [InlineData("gateway.networking.k8s.io/v1", "HTTPRoute", ObjectScope.Namespaced)]
    [InlineData("gateway.networking.k8s.io/v1", "GatewayClass", ObjectScope.Cluster)]
    [InlineData("cert-manager.io/v1", "ClusterIssuer", ObjectScope.Cluster)]
    [InlineData("cert-manager.io/v1", "Issuer", ObjectScope.Namespaced)]
    [InlineData("kustomize.toolkit.fluxcd.io/v1", "Kustomization", ObjectScope.Namespaced)]
    [InlineData("kustomize.config.k8s.io/v1beta1", "Kustomization", ObjectScope.Unknown)]
    [InlineData("example.com/v1", "ConfigMap", ObjectScope.Unknown)]
    public void Knows_which_kinds_are_in_a_namespace(string apiVersion, string kind, ObjectScope expected) =>
        Assert.Equal(expected, KubernetesScopes.Of(apiVersion, kind));
}
