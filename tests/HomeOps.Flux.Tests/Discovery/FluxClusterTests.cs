using HomeOps.Files;

namespace HomeOps.Flux.Tests.Discovery;

public sealed class FluxClusterTests
{
    private const string Entry = """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: apps, namespace: flux-system}
        spec:
          interval: 1h
          path: ./apps
          prune: true
          sourceRef: {kind: GitRepository, name: flux-system}
          patches:
            - patch: |
                - op: add
                  path: /spec/postBuild
                  value: {substitute: {WHO: world}}
              target: {kind: Kustomization}
        """;

    [Fact]
    public void A_child_has_its_parents_namespace_and_patches()
    {
        var cluster = FluxCluster.Build(Tree(Child("./app")), "cluster");

        Assert.Empty(cluster.Diagnostics);
        Assert.Equal(
            ["flux-system/apps", "flux-system/flux-system", "home/hello"],
            cluster.Kustomizations.Select(static b => b.Kustomization.Id)
        );
        Assert.Equal(
            """
            apiVersion: v1
            data:
              greeting: hello world
            kind: ConfigMap
            metadata:
              labels:
                kustomize.toolkit.fluxcd.io/name: hello
                kustomize.toolkit.fluxcd.io/namespace: home
              name: hello
            ---

            """,
            cluster.Kustomizations[^1].ToYaml()
        );
    }

    [Fact]
    public void One_failure_hides_no_other_Kustomization()
    {
        var tree = Tree(Child("./app"));
        tree.Add("apps/kustomization.yaml", "namespace: home\nresources: [gone.yaml, hello.yaml]\n");

        var cluster = FluxCluster.Build(tree, "cluster");

        Assert.Equal(
            [BuildStatus.Failed, BuildStatus.Built, BuildStatus.Built],
            cluster.Kustomizations.Select(static b => b.Status)
        );
        Assert.Equal(
            "apps/kustomization.yaml:2:13: error HO0705: there is neither a file nor a folder 'apps/gone.yaml'",
            cluster.Kustomizations[0].Reason?.ToString()
        );
    }

    [Theory]
    [InlineData("./gone", "", "HO0906: there is no folder './gone'")]
    [InlineData("../out", "", "HO0907: '../out' leads out of the repository")]
    [InlineData("./app", "  waits: true", "HO0910: 'waits' is no field of spec")]
    [InlineData(
        "./app",
        "  dependsOn: [{name: helo}]",
        "HO0916: dependsOn names Kustomization home/helo, which does not exist"
    )]
    [InlineData(
        "./app",
        "  dependsOn: [{name: hello}]",
        "HO0917: these wait for each other for ever: home/hello -> home/hello"
    )]
    public void What_is_wrong_is_said_with_its_place(string path, string more, string expected)
    {
        var cluster = FluxCluster.Build(Tree(Child(path) + "\n" + more), "cluster");

        var reason = cluster.Kustomizations[^1].Reason;
        Assert.Equal(expected, $"{reason?.Code}: {reason?.Message}");
        Assert.Equal("apps/hello.yaml", reason?.Location?.Path);
    }

    [Fact]
    public void A_suspended_Kustomization_is_skipped()
    {
        var cluster = FluxCluster.Build(Tree(Child("./app") + "\n  suspend: true"), "cluster");

        Assert.Equal(BuildStatus.Skipped, cluster.Kustomizations[^1].Status);
        Assert.Equal(
            "HO0928: Kustomization home/hello is suspended and is not built",
            cluster.Kustomizations[^1].Reason is { } r ? $"{r.Code}: {r.Message}" : ""
        );
    }

    [Fact]
    public void An_undefined_variable_is_an_error_and_with_lax_substitution_empty()
    {
        var tree = Tree(Child("./app"));
        tree.Add("app/config.yaml", Config("${WHO} ${NOBODY}"));

        var strict = FluxCluster.Build(tree, "cluster").Kustomizations[^1];
        var lax = FluxCluster.Build(tree, "cluster", new FluxOptions { IsStrict = false }).Kustomizations[^1];

        Assert.Equal(
            "app/config.yaml:5:20: error HO0905: variable 'NOBODY' is not set: ConfigMap hello uses it",
            strict.Reason?.ToString()
        );
        // The text is read again after substitution, so the blank at its end is lost, as in Flux.
        Assert.Contains("greeting: world\n", lax.ToYaml(), StringComparison.Ordinal);
    }

    private static MemoryTree Tree(string child)
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Entry);
        tree.Add("apps/kustomization.yaml", "namespace: home\nresources: [hello.yaml]\n");
        tree.Add("apps/hello.yaml", child);
        tree.Add("app/config.yaml", Config("hello ${WHO}"));
        return tree;
    }

    private static string Child(string path) =>
        $$"""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: hello}
            spec:
              interval: 1h
              path: {{path}}
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
            """;

    private static string Config(string greeting) =>
        $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: hello}
            data:
              greeting: {{greeting}}
            """;
}
