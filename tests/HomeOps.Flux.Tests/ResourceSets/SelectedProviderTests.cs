using HomeOps.Files;

namespace HomeOps.Flux.Tests.ResourceSets;

/// <summary>ResourceSets that select providers by their labels, and providers that come late.</summary>
public sealed class SelectedProviderTests
{
    private const string Selecting = """
        apiVersion: fluxcd.controlplane.io/v1
        kind: ResourceSet
        metadata: {name: selecting, namespace: apps}
        spec:
          inputsFrom: [{selector: {matchLabels: {tier: web}}}]
          resources:
            - {apiVersion: v1, kind: ConfigMap, metadata: {name: << inputs.name >>, namespace: apps}, data: {NAME: << inputs.name >>}}
        """;

    [Fact]
    public void A_provider_that_another_ResourceSet_makes_counts()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/set.yaml", Selecting);
        tree.Add("cluster/first.yaml", Provider("first"));
        tree.Add(
            "cluster/making.yaml",
            """
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: making, namespace: apps}
            spec:
              inputsFrom: [{selector: {matchLabels: {tier: web}}}]
              resources:
                - apiVersion: fluxcd.controlplane.io/v1
                  kind: ResourceSetInputProvider
                  metadata: {name: late, namespace: apps, labels: {tier: web}}
                  spec: {type: Static, defaultValues: {name: late}}
            """
        );

        Assert.Equal(["first", "late"], Made(FluxCluster.Build(tree, "cluster")));
    }

    [Fact]
    public void A_provider_behind_a_Kustomization_that_waited_for_the_ResourceSet_counts()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/set.yaml", Selecting);
        tree.Add("cluster/first.yaml", Provider("first"));
        tree.Add(
            "cluster/ks.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web, namespace: apps}
            spec:
              interval: 1h
              path: ./web
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
              postBuild: {substituteFrom: [{kind: ConfigMap, name: first}]}
            """
        );
        tree.Add("web/late.yaml", Provider("late-${NAME}"));

        var cluster = FluxCluster.Build(tree, "cluster");

        Assert.Equal(["first", "late-first"], Made(cluster));
        Assert.Single(cluster.ResourceSets);
    }

    [Fact]
    public void A_ResourceSet_that_makes_providers_for_itself_without_end_is_a_finding()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/first.yaml", Provider("a"));
        tree.Add(
            "cluster/set.yaml",
            """
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: endless, namespace: apps}
            spec:
              inputsFrom: [{selector: {matchLabels: {tier: web}}}]
              resources:
                - apiVersion: fluxcd.controlplane.io/v1
                  kind: ResourceSetInputProvider
                  metadata: {name: "a<< inputs.name >>", namespace: apps, labels: {tier: web}}
                  spec: {type: Static, defaultValues: {name: "a<< inputs.name >>"}}
            """
        );

        Assert.Equal(
            "cluster/set.yaml:1:1: error HO1657: what it makes are providers that it selects itself",
            Assert.Single(FluxCluster.Build(tree, "cluster").Diagnostics).ToString()
        );
    }

    private static IEnumerable<string> Made(FluxCluster cluster)
    {
        Assert.Empty(cluster.Diagnostics);
        return cluster.ResourceSets.Single(static r => r.Name == "selecting").Objects.Select(static o => o.Name);
    }

    private static string Provider(string name) =>
        $$$"""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSetInputProvider
            metadata: {name: "{{{name}}}", namespace: apps, labels: {tier: web}}
            spec: {type: Static, defaultValues: {name: "{{{name}}}"}}
            """;
}
