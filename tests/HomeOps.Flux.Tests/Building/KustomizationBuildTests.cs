using HomeOps.Files;
using static HomeOps.Flux.Tests.Testing.TestedTree;

namespace HomeOps.Flux.Tests.Building;

/// <summary>What the spec of a Kustomization does to the objects of its folder (flux.md 2.2, 2.3).</summary>
public sealed class KustomizationBuildTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: old}
        spec:
          template:
            spec:
              containers: [{name: web, image: "ghcr.io/example/web:1"}]

        """;

    [Fact]
    public void A_folder_without_kustomization_file_gives_every_YAML_file_and_every_folder_that_has_one()
    {
        var tree = new MemoryTree();
        tree.Add("web/a.yaml", ConfigMap("a", "home", "a: b"));
        tree.Add("web/deep/b.yml", ConfigMap("b", "home", "a: b"));
        tree.Add("web/own/kustomization.yaml", "namespace: own\nresources: [c.yaml]\n");
        tree.Add("web/own/c.yaml", ConfigMap("c", "home", "a: b"));
        tree.Add("web/own/not-listed.yaml", ConfigMap("d", "home", "a: b"));
        tree.Add("web/notes.txt", "no YAML");

        Assert.Equal(["home/a", "home/b", "own/c"], Objects(tree, "").Select(static o => $"{o.Namespace}/{o.Name}"));
    }

    [Fact]
    public void A_file_that_is_no_object_fails_a_generated_kustomization()
    {
        var tree = new MemoryTree();
        tree.Add("web/a.yaml", ConfigMap("a", "home", "a: b"));
        tree.Add("web/values.yaml", "replicas: 2\n");

        var build = Build(tree, "");

        Assert.Equal(BuildStatus.Failed, build.Status);
        Assert.Equal("web/values.yaml", build.Reason?.Location?.Path);
        Assert.Equal("a", Assert.Single(build.Objects).Name);
    }

    [Fact]
    public void A_folder_with_nothing_in_it_applies_nothing()
    {
        var tree = new MemoryTree();
        tree.Add("web/notes.txt", "no YAML");

        Assert.Equal(BuildStatus.Built, Build(tree, "").Status);
        Assert.Empty(Objects(tree, ""));
    }

    [Theory]
    [InlineData("  targetNamespace: new", "  namespace: new\n")]
    [InlineData("  namePrefix: a-\n  nameSuffix: -z", "  name: a-web-z\n")]
    [InlineData("  images: [{name: ghcr.io/example/web, newTag: \"2\"}]", "      - image: ghcr.io/example/web:2\n")]
    [InlineData("  commonMetadata: {labels: {team: home}}", "    team: home\n")]
    [InlineData("  commonMetadata: {annotations: {team: home}}", "  annotations:\n    team: home\n")]
    [InlineData(
        "  patches: [{patch: '[{op: add, path: /spec/replicas, value: 3}]', target: {kind: Deployment}}]",
        "  replicas: 3\n"
    )]
    [InlineData(
        "  patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: old}, spec: {replicas: 4}}'}]",
        "  replicas: 4\n"
    )]
    [InlineData("  components: [../component]", "  replicas: 5\n")]
    [InlineData("  buildMetadata: [originAnnotations]", "      path: app.yaml\n")]
    [InlineData("  components: [../gone, ../component]\n  ignoreMissingComponents: true", "  replicas: 5\n")]
    public void A_setting_is_laid_over_the_folder(string setting, string expected)
    {
        var tree = new MemoryTree();
        tree.Add("web/app.yaml", Deployment);
        tree.Add(
            "component/kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            patches:
              - patch: '[{op: add, path: /spec/replicas, value: 5}]'
                target: {kind: Deployment}
            """
        );

        var build = Build(tree, setting);

        Assert.Empty(build.Diagnostics);
        Assert.Contains(expected, build.ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_component_is_an_error()
    {
        var tree = new MemoryTree();
        tree.Add("web/app.yaml", Deployment);

        Assert.Equal(BuildStatus.Failed, Build(tree, "  components: [../gone]").Status);
    }

    [Fact]
    public void The_owner_stands_in_the_labels_and_the_order_is_that_of_the_files()
    {
        var tree = new MemoryTree();
        tree.Add("web/kustomization.yaml", "resources: [z.yaml, a.yaml]\n");
        tree.Add("web/z.yaml", ConfigMap("z", "home", "a: b"));
        tree.Add("web/a.yaml", Object("v1", "Namespace", "home", null, "spec: {}"));

        var objects = Objects(tree, "");

        Assert.Equal(["z", "home"], objects.Select(static o => o.Name));
        Assert.All(
            objects,
            static o =>
            {
                Assert.Equal("web", o.Label("kustomize.toolkit.fluxcd.io/name"));
                Assert.Equal("flux-system", o.Label("kustomize.toolkit.fluxcd.io/namespace"));
            }
        );
    }

    [Theory]
    [InlineData("  postBuild: {substitute: {N: \"42\"}}", "  count: 42\n")]
    [InlineData("  postBuild: {substituteStrategy: Always}", "  count: \"7\"\n")]
    [InlineData("", "  count: ${N:=\"7\"}\n")]
    public void Substitution_runs_when_there_is_a_variable_or_always(string setting, string expected)
    {
        var tree = new MemoryTree();
        tree.Add("web/a.yaml", ConfigMap("a", "home", "count: ${N:=\"7\"}"));

        Assert.Contains(expected, Build(tree, setting).ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Inline_values_win_over_later_and_later_over_earlier_references()
    {
        var tree = new MemoryTree();
        tree.Add("web/a.yaml", ConfigMap("a", "home", "text: ${A} ${B} ${C}"));
        tree.Add("web/one.yaml", ConfigMap("one", "flux-system", "A: one\n  B: one\n  C: one"));
        tree.Add("web/two.yaml", ConfigMap("two", "flux-system", "B: two\n  C: two"));
        const string Setting = """
              postBuild:
                substitute: {C: inline}
                substituteFrom: [{kind: ConfigMap, name: one}, {kind: ConfigMap, name: two}, {kind: ConfigMap, name: gone, optional: true}]
            """;

        Assert.Contains("text: one two inline\n", Build(tree, Setting).ToYaml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PlaceholderStyle.DnsSafe, "text: placeholder-secret-domain plain\n")]
    [InlineData(PlaceholderStyle.Marked, "text: ..PLACEHOLDER_SECRET_DOMAIN.. plain\n")]
    public void Encrypted_values_are_placeholders(PlaceholderStyle style, string expected)
    {
        var tree = new MemoryTree();
        tree.Add("web/a.yaml", ConfigMap("a", "home", "text: ${SECRET_DOMAIN} ${PLAIN}"));
        tree.Add(
            "web/s.yaml",
            Object(
                "v1",
                "Secret",
                "s",
                "flux-system",
                "data: {PLAIN: cGxhaW4=}\nstringData: {SECRET_DOMAIN: \"ENC[AES256_GCM,data:AA==]\"}"
            )
        );

        var build = Build(
            tree,
            "  postBuild: {substituteFrom: [{kind: Secret, name: s}]}",
            new FluxOptions { Placeholders = style }
        );

        Assert.Contains(expected, build.ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_entry_may_be_a_file()
    {
        var tree = new MemoryTree();
        tree.Add("flux/one.yaml", Ks("one", "./web", "flux-system"));
        tree.Add("flux/two.yaml", Ks("two", "./web", "flux-system"));
        tree.Add("web/a.yaml", ConfigMap("a", "home", "a: b"));

        Assert.Equal(
            ["flux-system/flux-system", "flux-system/one"],
            FluxCluster.Build(tree, "flux/one.yaml").Kustomizations.Select(static b => b.Kustomization.Id)
        );
    }

    private static IReadOnlyList<Kustomize.KustomizeResource> Objects(MemoryTree tree, string setting) =>
        Build(tree, setting).Objects;

    private static KustomizationBuild Build(MemoryTree tree, string setting, FluxOptions? options = null)
    {
        tree.Add("flux/ks.yaml", Ks("web", "./web", "flux-system") + setting + "\n");
        return FluxCluster.Build(tree, "flux", options).Kustomizations[^1];
    }
}
