using HomeOps.Files;

namespace HomeOps.Flux.Tests.ResourceSets;

/// <summary>ResourceSets in a tree: what they make is found and built like everything else.</summary>
public sealed class ResourceSetTests
{
    [Fact]
    public void Every_template_is_rendered_with_every_input()
    {
        var set = Only(
            """
              inputs:
                - tenant: team1
                  app: {version: 6.7.x, replicas: 2}
                - tenant: team2
                  app: {version: 6.6.x, replicas: 3}
              commonMetadata:
                labels: {team: platform}
                annotations: {note: made}
              resources:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata:
                    name: web-<< inputs.tenant >>
                    namespace: apps
                  data:
                    version: << inputs.app.version | quote >>
                    replicas: << inputs.app.replicas | quote >>
                    provider: << inputs.provider.kind >>/<< inputs.provider.namespace >>/<< inputs.provider.name >>
            """
        );

        Assert.Equal((BuildStatus.Built, 2), (set.Status, set.InputSets));
        Assert.Equal(["web-team1", "web-team2"], set.Objects.Select(static o => o.Name));
        Assert.Equal(
            """
            apiVersion: v1
            data:
              provider: ResourceSet/flux-system/set
              replicas: "2"
              version: 6.7.x
            kind: ConfigMap
            metadata:
              annotations:
                note: made
              labels:
                resourceset.fluxcd.controlplane.io/name: set
                resourceset.fluxcd.controlplane.io/namespace: flux-system
                team: platform
              name: web-team1
              namespace: apps

            """,
            set.Objects[0].ToYaml()
        );
        Assert.Equal("cluster/set.yaml:16:7", set.Objects[0].At.ToString());
    }

    [Fact]
    public void What_is_made_twice_or_switched_off_is_left_out()
    {
        var set = Only(
            """
              inputs: [{name: a}, {name: b}]
              resources:
                - {apiVersion: v1, kind: Namespace, metadata: {name: shared}}
                - apiVersion: v1
                  kind: Namespace
                  metadata:
                    name: << inputs.name >>
                    annotations:
                      fluxcd.controlplane.io/reconcile: << if eq inputs.name "a" >>enabled<< else >>disabled<< end >>
              resourcesTemplate: |
                apiVersion: v1
                kind: Namespace
                metadata: {name: a, labels: {from: template}}
                <<- range list "x" "y" >>
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: << inputs.name >>-<< . >>}
                <<- end >>
            """
        );

        Assert.Null(set.Reason);
        Assert.Equal(["shared", "a", "a-x", "a-y", "b-x", "b-y"], set.Objects.Select(static o => o.Name));
        Assert.Null(set.Objects[1].Label("from"));
    }

    [Fact]
    public void Static_providers_give_inputs_by_name_and_by_label()
    {
        var cluster = Build(
            """
              inputs: [{name: own}]
              inputsFrom:
                - {kind: ResourceSetInputProvider, name: two}
                - selector: {matchLabels: {tier: web}, matchExpressions: [{key: off, operator: DoesNotExist}]}
              resources:
                - apiVersion: v1
                  kind: Namespace
                  metadata: {name: << inputs.name >>, labels: {from: << inputs.provider.name >>}}
            """,
            Provider("two", "Static", "{name: second}"),
            Provider("one", "Static", "{name: first}", "tier: web"),
            Provider("zero", "Static", "{name: none}", "tier: web, off: yes-it-is"),
            Provider("three", "Static", "{name: third}", "tier: db")
        );

        Assert.Empty(cluster.Diagnostics);
        Assert.Equal(
            ["own/set", "first/one", "second/two"],
            cluster.ResourceSets[0].Objects.Select(static o => $"{o.Name}/{o.Label("from")}")
        );
    }

    [Fact]
    public void Inputs_are_permuted_below_the_names_of_their_providers()
    {
        var cluster = Build(
            """
              inputStrategy: {name: Permute}
              inputs: [{a: 1}, {a: 2}]
              inputsFrom: [{name: git-tag}]
              resources:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: "c<< inputs.id >>", namespace: apps}
                  data: {text: "<< inputs.set.a >>-<< inputs.git_tag.b >>-<< inputs.git_tag.id >>"}
            """,
            Provider("git-tag", "Static", "{b: x}")
        );

        // The sums of "set=0/git_tag=0", "set=1/git_tag=0" and "git-tag".
        Assert.Equal(
            ["c720110901 1-x-181076654", "c720831798 2-x-181076654"],
            cluster.ResourceSets[0].Objects.Select(static o => $"{o.Name} {o.Root.Map("data")?.Text("text")}")
        );
    }

    [Fact]
    public void A_Kustomization_that_is_made_is_built_and_so_is_what_it_makes()
    {
        var tree = Tree(
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
        var cluster = Build(
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
        var tree = Tree(
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
        var tree = Tree(
            """
              inputsFrom: [{selector: {matchLabels: {tier: web}}}]
              resources:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: apps}, data: {WHO: << inputs.who >>}}
            """,
            Provider("who", "Static", "{who: world}", "tier: web")
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
    public void Steps_are_rendered_in_their_order()
    {
        var set = Only(
            """
              steps:
                - name: first
                  resources: [{apiVersion: v1, kind: Namespace, metadata: {name: a}}]
                - name: second
                  timeout: 5m
                  resourcesTemplate: |
                    {apiVersion: v1, kind: Namespace, metadata: {name: b}}
            """
        );

        Assert.Null(set.Reason);
        Assert.Equal(["a", "b"], set.Objects.Select(static o => o.Name));
    }

    [Theory]
    [InlineData(">=1.0.0-rc.0", "1-0-0-rc-0")]
    [InlineData("  Über & Öl @ \"Haus\"  ", "ueber-and-oel-at-haus")]
    [InlineData("Příliš žluťoučký kůň", "prilis-zlutoucky-kun")]
    [InlineData(
        "aaaaaaaaaa-bbbbbbbbbb-cccccccccc-dddddddddd-eeeeeeeeee-ffffffffff-gggg",
        "aaaaaaaaaa-bbbbbbbbbb-cccccccccc-dddddddddd-eeeeeeeeee"
    )]
    public void A_slug_is_a_label_value(string text, string expected) => Assert.Equal(expected, Slug.Of(text));

    [Fact]
    public void A_provider_that_asks_others_leaves_the_ResourceSet_out()
    {
        var cluster = Build(
            """
              inputsFrom: [{name: pulls}]
              resources: [{apiVersion: v1, kind: Namespace, metadata: {name: << inputs.id >>}}]
            """,
            Provider("pulls", "GitHubPullRequest", "{}")
                .Replace("spec:\n", "spec:\n  url: https://git.example.com/me/app\n", StringComparison.Ordinal)
        );

        var set = Assert.Single(cluster.ResourceSets);
        Assert.Equal(BuildStatus.Skipped, set.Status);
        Assert.Equal(
            "cluster/set.yaml:7:23: note HO1651: inputs come from ResourceSetInputProvider flux-system/pulls of type GitHubPullRequest, which asks https://git.example.com/me/app: they are known only in the cluster",
            set.Reason?.ToString()
        );
    }

    [Fact]
    public void Inputs_that_a_status_lists_are_taken()
    {
        var cluster = Build(
            """
              inputsFrom: [{name: pulls}]
              resources: [{apiVersion: v1, kind: Namespace, metadata: {name: "pr-<< inputs.id >>"}}]
            """,
            Provider("pulls", "GitHubPullRequest", "{}") + "status:\n  exportedInputs: [{id: '4'}, {id: '3'}]\n"
        );

        Assert.Equal(["pr-4", "pr-3"], cluster.ResourceSets[0].Objects.Select(static o => o.Name));
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

        var cluster = Build(
            $"  inputs:\n    - n: set\n      t: |\n        {text}\n  resourcesTemplate: |\n        {text}"
        );

        Assert.Equal(10, cluster.ResourceSets.Count);
        Assert.Equal(
            "HO1657: ResourceSets make each other more than 8 levels deep",
            $"{cluster.ResourceSets[^1].Reason?.Code}: {cluster.ResourceSets[^1].Reason?.Message}"
        );
    }

    private static ResourceSetBuild Only(string spec) => Build(spec).ResourceSets.Single(static r => r.Name == "set");

    private static FluxCluster Build(string spec, params string[] others) =>
        FluxCluster.Build(Tree(spec, others), "cluster");

    private static MemoryTree Tree(string spec, params string[] others)
    {
        var tree = new MemoryTree();
        tree.Add(
            "cluster/set.yaml",
            $"""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata:
              name: set
              namespace: flux-system
            spec:
            {spec}

            """
        );
        for (var i = 0; i < others.Length; i++)
        {
            tree.Add($"cluster/zz{i}.yaml", others[i]);
        }

        return tree;
    }

    private static string Provider(string name, string type, string values, string labels = "") =>
        $$"""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSetInputProvider
            metadata:
              name: {{name}}
              namespace: flux-system
              labels: { {{labels}} }
            spec:
              type: {{type}}
              defaultValues: {{values}}

            """;
}
