using HomeOps.Flux.Tests.Testing;
using static HomeOps.Flux.Tests.ResourceSets.ResourceSetTree;

namespace HomeOps.Flux.Tests.ResourceSets;

/// <summary>ResourceSets that select providers by their labels, and providers that come late.</summary>
public sealed class SelectedProviderTests
{
    private const string Selecting = """
          inputsFrom: [{selector: {matchLabels: {tier: web}}}]
          resources:
        """;

    private const string ConfigMaps =
        Selecting
        + "\n    - {apiVersion: v1, kind: ConfigMap, metadata: {name: << inputs.name >>, namespace: flux-system}, data: {NAME: << inputs.name >>}}";

    [Fact]
    public void A_provider_that_another_ResourceSet_makes_counts()
    {
        var tree = Of(ConfigMaps, Web("first"));
        tree.Add(
            "cluster/making.yaml",
            TestedTree.Object(
                "fluxcd.controlplane.io/v1",
                "ResourceSet",
                "making",
                "flux-system",
                $"spec:\n{Selecting}\n{Made("late")}"
            )
        );

        Assert.Equal(["first", "late"], NamesOfSet(FluxCluster.Build(tree, "cluster")));
    }

    [Fact]
    public void A_provider_behind_a_Kustomization_that_waited_for_the_ResourceSet_counts()
    {
        var tree = Of(ConfigMaps, Web("first"));
        tree.Add(
            "cluster/ks.yaml",
            TestedTree.Ks("web", "./web", "flux-system") + TestedTree.From("ConfigMap", "first")
        );
        tree.Add("web/late.yaml", Web("\"late-${NAME}\""));

        var cluster = FluxCluster.Build(tree, "cluster");

        Assert.Equal(["first", "late-first"], NamesOfSet(cluster));
        Assert.Single(cluster.ResourceSets);
    }

    [Fact]
    public void A_ResourceSet_that_makes_providers_for_itself_without_end_is_a_finding()
    {
        var tree = Of($"{Selecting}\n{Made("a<< inputs.name >>")}", Web("a"));

        Assert.Equal(
            "cluster/set.yaml:1:1: error HO1657: what it makes are providers that it selects itself",
            Assert.Single(FluxCluster.Build(tree, "cluster").Diagnostics).ToString()
        );
    }

    private static IEnumerable<string> NamesOfSet(FluxCluster cluster)
    {
        Assert.Empty(cluster.Diagnostics);
        return cluster.ResourceSets.Single(static r => r.Name == "set").Objects.Select(static o => o.Name);
    }

    private static string Web(string name) => Provider(name, "Static", $"{{name: {name}}}", "tier: web");

    // A provider as a template.
    private static string Made(string name) =>
        $$$"""
                - apiVersion: fluxcd.controlplane.io/v1
                  kind: ResourceSetInputProvider
                  metadata: {name: "{{{name}}}", namespace: flux-system, labels: {tier: web}}
                  spec: {type: Static, defaultValues: {name: "{{{name}}}"}}
            """;
}
