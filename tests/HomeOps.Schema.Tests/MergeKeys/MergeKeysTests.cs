using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Schema.Tests.MergeKeys;

public sealed class MergeKeysTests
{
    [Theory]
    [InlineData("apps/v1", "Deployment", "spec.template.spec.containers", "name")]
    [InlineData("apps/v1", "Deployment", "spec.template.spec.containers.[].ports", "containerPort,protocol")]
    [InlineData("apps/v1", "Deployment", "spec.template.spec.containers.[].volumeMounts", "mountPath")]
    [InlineData("apps/v1", "StatefulSet", "spec.template.spec.volumes", "name")]
    [InlineData("batch/v1", "CronJob", "spec.jobTemplate.spec.template.spec.initContainers.[].env", "name")]
    [InlineData("batch/v1beta1", "CronJob", "spec.jobTemplate.spec.template.spec.containers", "name")]
    [InlineData("v1", "Pod", "spec.topologySpreadConstraints", "topologyKey,whenUnsatisfiable")]
    [InlineData("v1", "Pod", "spec.hostAliases", "ip")]
    [InlineData("v1", "Service", "spec.ports", "port,protocol")]
    [InlineData("v1", "ServiceAccount", "secrets", "name")]
    [InlineData("v1", "ConfigMap", "metadata.finalizers", "")]
    [InlineData("v1", "ConfigMap", "metadata.ownerReferences", "uid")]
    [InlineData("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "webhooks", "name")]
    public void Knows_the_keys_of_a_list(string apiVersion, string kind, string path, string keys) =>
        Assert.Equal(
            keys,
            string.Join(',', Find(KubernetesMergeKeys.BuiltIn, apiVersion, kind, path)?.Keys ?? ["none"])
        );

    [Theory]
    [InlineData("apps/v1", "Deployment", "spec.template.spec.containers.[].args")]
    [InlineData("apps/v1", "Deployment", "spec.template.spec.containers.[].envFrom")]
    [InlineData("v1", "ServiceAccount", "imagePullSecrets")]
    [InlineData("v1", "Pod", "spec.schedulingGates")]
    [InlineData("networking.k8s.io/v1", "Ingress", "spec.rules")]
    [InlineData("gateway.networking.k8s.io/v1", "HTTPRoute", "spec.rules")]
    [InlineData("autoscaling/v2", "HorizontalPodAutoscaler", "metadata.finalizers")]
    public void Replaces_all_other_lists(string apiVersion, string kind, string path) =>
        Assert.Null(Find(KubernetesMergeKeys.BuiltIn, apiVersion, kind, path)?.Keys);

    [Fact]
    public void Reads_keys_from_an_OpenAPI_document()
    {
        const string Text = """
            definitions:
              a.Thing:
                x-kubernetes-group-version-kind: [{group: example.com, version: v1, kind: Thing}]
                properties:
                  spec: {$ref: '#/definitions/a.Spec'}
                  self: {$ref: '#/definitions/a.Thing'}
              a.Spec:
                properties:
                  items: {type: array, x-kubernetes-patch-strategy: 'merge,retainKeys', x-kubernetes-patch-merge-key: id}
                  pairs: {type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-list-map-keys: [a, b]}
                  names: {type: array, x-kubernetes-patch-strategy: merge}
                  other: {type: array, x-kubernetes-patch-strategy: replace}
                additionalProperties: {type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: k}
              broken: 5
            """;
        var keys = OpenApiMergeKeys.Read(YamlReader.Read(new SourceText("s", Text)).Documents[0]);
        Assert.Equal(["id"], Find(keys, "example.com/v1", "Thing", "spec.items")?.Keys);
        Assert.Equal(["a", "b"], Find(keys, "example.com/v1", "Thing", "spec.pairs")?.Keys);
        Assert.Equal([], Find(keys, "example.com/v1", "Thing", "spec.names")?.Keys);
        Assert.Null(Find(keys, "example.com/v1", "Thing", "spec.other")?.Keys);
        Assert.Equal(["k"], Find(keys, "example.com/v1", "Thing", "self.self.spec.free")?.Keys);
        Assert.Null(keys.Find("v1", "Pod"));
    }

    [Fact]
    public void An_OpenAPI_document_without_definitions_has_no_kinds() =>
        Assert.Null(OpenApiMergeKeys.Read(YamlReader.Read(new SourceText("s", "[]")).Documents[0]).Find("v1", "Pod"));

    private static MergeSchema? Find(KubernetesMergeKeys keys, string apiVersion, string kind, string path)
    {
        var schema = keys.Find(apiVersion, kind);
        foreach (var part in path.Split('.'))
        {
            schema = part == "[]" ? schema?.Items : schema?.Field(part);
        }

        return schema;
    }
}
