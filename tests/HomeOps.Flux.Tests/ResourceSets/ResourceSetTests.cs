namespace HomeOps.Flux.Tests.ResourceSets;

/// <summary>ResourceSets in a tree: their templates and the inputs they are rendered with.</summary>
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
        var cluster = ResourceSetTree.Build(
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
            ResourceSetTree.Provider("two", "Static", "{name: second}"),
            ResourceSetTree.Provider("one", "Static", "{name: first}", "tier: web"),
            ResourceSetTree.Provider("zero", "Static", "{name: none}", "tier: web, off: yes-it-is"),
            ResourceSetTree.Provider("three", "Static", "{name: third}", "tier: db")
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
        var cluster = ResourceSetTree.Build(
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
            ResourceSetTree.Provider("git-tag", "Static", "{b: x}")
        );

        // The sums of "set=0/git_tag=0", "set=1/git_tag=0" and "git-tag".
        Assert.Equal(
            ["c720110901 1-x-181076654", "c720831798 2-x-181076654"],
            cluster.ResourceSets[0].Objects.Select(static o => $"{o.Name} {o.Root.Map("data")?.Text("text")}")
        );
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
        var cluster = ResourceSetTree.Build(
            """
              inputsFrom: [{name: pulls}]
              resources: [{apiVersion: v1, kind: Namespace, metadata: {name: << inputs.id >>}}]
            """,
            ResourceSetTree
                .Provider("pulls", "GitHubPullRequest", "{}")
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
        var cluster = ResourceSetTree.Build(
            """
              inputsFrom: [{name: pulls}]
              resources: [{apiVersion: v1, kind: Namespace, metadata: {name: "pr-<< inputs.id >>"}}]
            """,
            ResourceSetTree.Provider("pulls", "GitHubPullRequest", "{}")
                + "status:\n  exportedInputs: [{id: '4'}, {id: '3'}]\n"
        );

        Assert.Equal(["pr-4", "pr-3"], cluster.ResourceSets[0].Objects.Select(static o => o.Name));
    }

    private static ResourceSetBuild Only(string spec) =>
        ResourceSetTree.Build(spec).ResourceSets.Single(static r => r.Name == "set");
}
