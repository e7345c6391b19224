using HomeOps.Files;
using static HomeOps.Flux.Tests.Testing.TestedTree;

namespace HomeOps.Flux.Tests.Releases;

/// <summary>Which chart a HelmRelease names, and which values the chart gets (flux.md 1.1).</summary>
public sealed class HelmReleaseTests
{
    private const string Oci = "spec: {interval: 1h, url: oci://charts.example.com/web, ref: {tag: 1.2.3}}";

    [Theory]
    [InlineData("chartRef: {kind: OCIRepository, name: web}", "OCIRepository", Oci, "web 1.2.3")]
    [InlineData(
        "chartRef: {kind: OCIRepository, name: web}",
        "OCIRepository",
        "spec: {interval: 1h, url: oci://charts.example.com/web, ref: {tag: 1.2.3, digest: \"sha256:abc\"}}",
        "web sha256:abc"
    )]
    [InlineData(
        "chartRef: {kind: HelmChart, name: web}",
        "HelmChart",
        "spec: {interval: 1h, chart: nginx, version: 2.x, sourceRef: {kind: HelmRepository, name: web}}",
        "nginx 2.x"
    )]
    [InlineData(
        "chart: {spec: {chart: nginx, version: 4.5.6, sourceRef: {kind: HelmRepository, name: web}}}",
        "HelmRepository",
        "spec: {interval: 1h, url: https://charts.example.com}",
        "nginx 4.5.6"
    )]
    [InlineData(
        "chart: {spec: {chart: ./charts/web, sourceRef: {kind: GitRepository, name: web}}}",
        "GitRepository",
        "spec: {interval: 1h, url: https://git.example.com/web}",
        "./charts/web "
    )]
    [InlineData(
        "chart: {spec: {chart: web, sourceRef: {kind: Bucket, name: web}}}",
        "Bucket",
        "spec: {interval: 1h, endpoint: s3.example.com, bucketName: charts}",
        "web "
    )]
    [InlineData("chartRef: {kind: ExternalArtifact, name: web}", "ExternalArtifact", "spec: {}", " ")]
    public void The_chart_comes_from_every_kind_of_source(string chart, string kind, string source, string expected)
    {
        var release = Read(chart, Object("source.toolkit.fluxcd.io/v1", kind, "web", "home", source));

        Assert.Empty(release.Diagnostics);
        Assert.Equal(expected, $"{release.Chart} {release.Version}");
        Assert.Equal(kind, release.Source?.Kind);
    }

    [Fact]
    public void Values_merge_deep_in_their_order_and_inline_ones_win()
    {
        var release = Read(
            """
            chartRef: {kind: OCIRepository, name: web}
              valuesFrom:
                - {kind: ConfigMap, name: one}
                - {kind: ConfigMap, name: two, valuesKey: more.yaml}
                - {kind: ConfigMap, name: two, valuesKey: replicas, targetPath: web.replicas}
                - {kind: ConfigMap, name: two, valuesKey: replicas, targetPath: 'web.a\.b', literal: true}
                - {kind: ConfigMap, name: gone, optional: true}
              values: {web: {image: {tag: "3"}}, list: [c]}
            """,
            Source(),
            ConfigMap(
                "one",
                "home",
                "values.yaml: |\n    web: {image: {repository: r, tag: \"1\"}, keep: true}\n    list: [a, b]"
            ),
            ConfigMap("two", "home", "more.yaml: \"web: {image: {tag: 2}}\"\n  replicas: \"5\"")
        );

        Assert.Empty(release.Diagnostics);
        Assert.Equal(
            """
            list:
            - c
            web:
              a.b: "5"
              image:
                repository: r
                tag: "3"
              keep: true
              replicas: 5

            """,
            release.ValuesYaml
        );
    }

    [Fact]
    public void What_a_Secret_holds_is_not_shown()
    {
        var release = Read(
            """
            chartRef: {kind: OCIRepository, name: web}
              valuesFrom: [{kind: Secret, name: one}, {kind: Secret, name: one, valuesKey: token, targetPath: auth.token}]
            """,
            Source(),
            Object("v1", "Secret", "one", "home", "stringData: {values.yaml: \"password: hunter2\", token: hunter3}")
        );

        Assert.Equal("auth:\n  token: hunter3\npassword: hunter2\n", release.ValuesYaml);
        Assert.Equal(
            "auth:\n  token: ..PLACEHOLDER_token..\nvalues.yaml: ..PLACEHOLDER_values.yaml..\n",
            release.ShownValuesYaml
        );
    }

    private static string Source() => Object("source.toolkit.fluxcd.io/v1", "OCIRepository", "web", "home", Oci);

    private static HelmRelease Read(string spec, params string[] others)
    {
        var tree = new MemoryTree();
        tree.Add("flux/ks.yaml", Ks("web", "./web", "flux-system"));
        tree.Add(
            "web/app.yaml",
            string.Join(
                "---\n",
                [
                    Object(
                        "helm.toolkit.fluxcd.io/v2",
                        "HelmRelease",
                        "web",
                        "home",
                        "spec:\n  interval: 1h\n  " + spec
                    ),
                    .. others,
                ]
            )
        );
        return Assert.Single(FluxCluster.Build(tree, "flux").HelmReleases);
    }
}
