namespace HomeOps.Flux.Tests.ResourceSets;

/// <summary>What ResourceSets make is found and built like everything else.</summary>
public sealed class MadeObjectTests
{
    [Fact]
    public void A_Kustomization_that_is_made_is_built_and_so_is_what_it_makes()
    {
        var tree = ResourceSetTree.Of(
            """
              inputs: [{app: web}, {app: db}]
              resources:
                - apiVersion: kustomize.toolkit.fluxcd.io/v1
                  kind: Kustomization
                  metadata: {name: << inputs.app >>, namespace: apps}
                  spec:
                    interval: 1h
                    path: ./apps/<< inputs.app >>
                    prune: true
                    sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
                    postBuild: {substitute: {APP: << inputs.app >>}}
            """
        );
        tree.Add("apps/web/c.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: '${APP}'}\n");

        var cluster = FluxCluster.Build(tree, "cluster");

        Assert.Equal(
            ["apps/db", "apps/web", "flux-system/flux-system"],
            cluster.Kustomizations.Select(static b => b.Kustomization.Id)
        );
        Assert.Equal("web", Assert.Single(cluster.Kustomizations[1].Objects).Name);
        Assert.Equal("flux-system", cluster.Kustomizations[1].Parent?.Name);
        Assert.Equal(
            "cluster/set.yaml:14:15: error HO0906: there is no folder './apps/db'",
            cluster.Kustomizations[0].Reason?.ToString()
        );
    }

    [Fact]
    public void A_HelmRelease_that_is_made_is_listed_with_its_source()
    {
        var cluster = ResourceSetTree.Build(
            """
              inputs: [{tenant: team1}]
              resources:
                - apiVersion: source.toolkit.fluxcd.io/v1
                  kind: OCIRepository
                  metadata: {name: web, namespace: apps}
                  spec: {interval: 1h, url: "oci://charts.example.com/web", ref: {tag: 1.2.3}}
                - apiVersion: helm.toolkit.fluxcd.io/v2
                  kind: HelmRelease
                  metadata: {name: "web-<< inputs.tenant >>", namespace: apps}
                  spec:
                    interval: 1h
                    chartRef: {kind: OCIRepository, name: web}
                    values: << inputs | toYaml | nindent 6 >>
            """
        );

        Assert.Empty(cluster.Diagnostics);
        var release = Assert.Single(cluster.HelmReleases);
        Assert.Equal(("apps/web-team1", "web", "1.2.3"), (release.Id, release.Chart, release.Version));
        Assert.StartsWith(
            "provider:\n  apiVersion: fluxcd.controlplane.io/v1\n",
            release.ValuesYaml,
            StringComparison.Ordinal
        );
        Assert.EndsWith("tenant: team1\n", release.ValuesYaml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_makes_may_be_values_for_a_Kustomization_that_waits_for_them()
    {
        var tree = ResourceSetTree.Of(
            """
              resources:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: apps}, data: {WHO: world}}
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: copy, namespace: apps, annotations: {fluxcd.controlplane.io/copyFrom: apps/given}}
            """
        );
        tree.Add(
            "cluster/given.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: given, namespace: apps}\ndata: {GREETING: hello}\n"
        );
        tree.Add(
            "cluster/ks.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web, namespace: apps}
            spec:
              interval: 1h
              path: ./apps/web
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
              postBuild: {substituteFrom: [{kind: ConfigMap, name: settings}, {kind: ConfigMap, name: copy}]}
            """
        );
        tree.Add(
            "apps/web/c.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: apps}\ndata: {text: '${GREETING} ${WHO}'}\n"
        );

        var cluster = FluxCluster.Build(tree, "cluster");

        Assert.Empty(cluster.Diagnostics);
        Assert.Equal("hello world", cluster.Kustomizations[0].Objects[0].Root.Map("data")?.Text("text"));
    }

    [Fact]
    public void A_Kustomization_may_wait_for_what_a_ResourceSet_with_a_selector_makes()
    {
        var tree = ResourceSetTree.Of(
            """
              inputsFrom: [{selector: {matchLabels: {tier: web}}}]
              resources:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: apps}, data: {WHO: << inputs.who >>}}
            """,
            ResourceSetTree.Provider("who", "Static", "{who: world}", "tier: web")
        );
        tree.Add(
            "cluster/ks.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web, namespace: apps}
            spec:
              interval: 1h
              path: ./apps/web
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
              postBuild: {substituteFrom: [{kind: ConfigMap, name: settings}]}
            """
        );
        tree.Add("apps/web/c.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: '${WHO}'}\n");

        var cluster = FluxCluster.Build(tree, "cluster");

        Assert.Empty(cluster.Diagnostics);
        Assert.Equal("world", cluster.Kustomizations[0].Objects[0].Name);
    }

    [Fact]
    public void ResourceSets_that_make_each_other_come_to_an_end()
    {
        // The template makes a ResourceSet with the same template, under a longer name.
        const string Template = """
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: "<< inputs.n >>x", namespace: flux-system}
            spec:
              inputs: [{n: "<< inputs.n >>x", t: << inputs.t | quote >>}]
              resourcesTemplate: << inputs.t | quote >>

            """;
        var text = Template.Replace("\n", "\n        ", StringComparison.Ordinal);

        var cluster = ResourceSetTree.Build(
            $"  inputs:\n    - n: set\n      t: |\n        {text}\n  resourcesTemplate: |\n        {text}"
        );

        Assert.Equal(10, cluster.ResourceSets.Count);
        Assert.Equal(
            "HO1657: ResourceSets make each other more than 8 levels deep",
            $"{cluster.ResourceSets[^1].Reason?.Code}: {cluster.ResourceSets[^1].Reason?.Message}"
        );
    }
}
