using System.Text.RegularExpressions;

namespace HomeOps.Cli.Tests;

/// <summary><c>homeops test</c> as users of flux-local and flate call it.</summary>
public sealed partial class TestCommandTests
{
    [Fact]
    public void Each_object_has_a_row_and_the_counts_come_last()
    {
        using var world = FluxWorld.Make();

        Assert.Equal(0, world.Run("test", "--path", "cluster"));
        Assert.Equal(
            """
            PASS  Kustomization  flux-system/flux-system  cluster
            PASS  Kustomization  home/web                 cluster/ks.yaml:1
            PASS  HelmRelease    home/web                 web/app.yaml:1

            3 passed, 0 failed, 0 skipped in T s
            Charts are not rendered yet: of HelmReleases the references and the merged values are checked.

            """,
            Timeless(world.Output)
        );
        Assert.Equal("", world.Error);
    }

    [Fact]
    public void A_failure_has_its_reason_and_place_in_the_row_and_its_lines_below()
    {
        using var world = FluxWorld.Make();
        Substitute(world);
        world.Write(
            "web/config.yaml",
            Config("${HOST}") + "\n---\n" + Config("${HOST}").Replace("name: web", "name: b", StringComparison.Ordinal)
        );

        Assert.Equal(1, world.Run("test", "all", "-p", "cluster"));
        Assert.Equal(
            """
            PASS  Kustomization  flux-system/flux-system  cluster
            FAIL  Kustomization  home/web                 web/config.yaml:4: variable 'HOST' is not set: ConfigMap home/web uses it (and 1 more)
            SKIP  HelmRelease    home/web                 web/config.yaml:4: Kustomization home/web, which applies it, fails

            1 passed, 1 failed, 1 skipped in T s
            Charts are not rendered yet: of HelmReleases the references and the merged values are checked.

            """,
            Timeless(world.Output)
        );
        Assert.Equal(
            """

            error HO0905: variable 'HOST' is not set: ConfigMap home/web uses it
              --> web/config.yaml:4:15
               |
             4 | data: {host: "${HOST}"}
               |               ^^^^^^^
               = hint: set it in postBuild, give it a default with '${HOST:=...}', or write '$${' to keep the text
            error HO0905: variable 'HOST' is not set: ConfigMap home/b uses it
              --> web/config.yaml:9:15
               |
             9 | data: {host: "${HOST}"}
               |               ^^^^^^^
               = hint: set it in postBuild, give it a default with '${HOST:=...}', or write '$${' to keep the text

            """,
            world.Error
        );
    }

    [Fact]
    public void Ks_and_hr_show_their_kind_and_n_its_namespace()
    {
        using var world = FluxWorld.Make();

        Assert.Equal(0, world.Run("test", "ks", "--path", "cluster", "-n", "home"));
        Assert.StartsWith(
            "PASS  Kustomization  home/web  cluster/ks.yaml:1\n\n1 passed",
            world.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, world.Run("test", "hr", "--path", "cluster"));
        Assert.StartsWith(
            "PASS  HelmRelease    home/web  web/app.yaml:1\n\n1 passed",
            world.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Json_has_the_same()
    {
        using var world = FluxWorld.Make();
        world.Write("cluster/ks.yaml", world.Read("cluster/ks.yaml") + "\n  suspend: true");

        Assert.Equal(0, world.Run("test", "--path", "cluster", "-o", "json"));
        Assert.Equal(
            """
            {
              "verdict": "pass",
              "passed": 1,
              "failed": 0,
              "skipped": 2,
              "rows": [
                {
                  "kind": "Kustomization",
                  "namespace": "flux-system",
                  "name": "flux-system",
                  "verdict": "pass",
                  "file": "cluster",
                  "line": 1
                },
                {
                  "kind": "Kustomization",
                  "namespace": "home",
                  "name": "web",
                  "verdict": "skip",
                  "file": "cluster/ks.yaml",
                  "line": 1,
                  "code": "HO0928",
                  "reason": "Kustomization home/web is suspended and is not built"
                },
                {
                  "kind": "HelmRelease",
                  "namespace": "home",
                  "name": "web",
                  "verdict": "skip",
                  "file": "cluster/ks.yaml",
                  "line": 1,
                  "code": "HO1602",
                  "reason": "Kustomization home/web, which applies it, is suspended"
                }
              ],
              "findings": [
                {
                  "code": "HO0928",
                  "severity": "note",
                  "message": "Kustomization home/web is suspended and is not built",
                  "file": "cluster/ks.yaml",
                  "line": 1,
                  "column": 1
                },
                {
                  "code": "HO1602",
                  "severity": "note",
                  "message": "Kustomization home/web, which applies it, is suspended",
                  "file": "cluster/ks.yaml",
                  "line": 1,
                  "column": 1
                }
              ],
              "notChecked": [
                "charts"
              ]
            }

            """,
            world.Output
        );
    }

    [Fact]
    public void Sarif_has_the_findings()
    {
        using var world = FluxWorld.Make();
        Substitute(world);
        world.Write("web/config.yaml", Config("${HOST}"));

        Assert.Equal(1, world.Run("test", "--path", "cluster", "--output", "sarif"));
        Assert.Contains("\"ruleId\": \"HO0905\"", world.Output, StringComparison.Ordinal);
        Assert.Contains("\"uri\": \"web/config.yaml\"", world.Output, StringComparison.Ordinal);
        Assert.Equal("", world.Error);
    }

    // flux.md 1.1 and 1.6: what workflows of flux-local and flate contain.
    [Theory]
    [InlineData(
        "test --enable-helm --all-namespaces --path cluster -v",
        "HO1614: charts are not rendered yet, so --enable-helm has no effect"
    )]
    [InlineData("test --no-enable-helm -A --path cluster --sources flux-system", "")]
    [InlineData("test --path cluster --sources flux-system=.", "")]
    [InlineData(
        "test --path cluster --sources other=charts",
        "HO1616: source 'other' is mapped to 'charts', which is not the repository: its Kustomizations are not built"
    )]
    [InlineData(
        "test --path cluster --skip-crds --skip-secrets --skip-kinds ConfigMap",
        "HO1615: --skip-crds, --skip-secrets have no effect here"
    )]
    [InlineData(
        "test --path cluster --enable-helm --kube-version 1.33.0 -a policy/v1/PodDisruptionBudget",
        "HO1614: charts are not rendered yet, so --enable-helm, --kube-version, --api-versions have no effect"
    )]
    [InlineData(
        "test --path cluster --log-level DEBUG --kustomize-build-flags=--x",
        "HO1615: --kustomize-build-flags, --log-level have no effect here"
    )]
    [InlineData("test all -p ./cluster", "")]
    [InlineData("test all -p ./cluster --allow-missing-secrets --concurrency 4", "")]
    [InlineData(
        "build all --enable-helm cluster",
        "HO1614: charts are not rendered yet, so --enable-helm has no effect"
    )]
    [InlineData("build ks web --path cluster --no-skip-secrets", "")]
    [InlineData("build ks --namespace home --output yaml web -p cluster", "")]
    [InlineData("build all --path cluster --skip-kinds HelmRelease,OCIRepository -o json", "")]
    [InlineData("get kustomizations -A --path cluster -o wide", "")]
    [InlineData("get helmreleases -n home --path cluster", "")]
    [InlineData("get all --path cluster", "")]
    public void Command_lines_of_flux_local_and_flate_are_taken(string line, string note)
    {
        using var world = FluxWorld.Make();

        Assert.Equal(0, world.Run(line.Split(' ')));
        var first = world.Error.Split('\n')[0];
        Assert.Equal(note, first[(first.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }

    private static string Timeless(string output) => Seconds().Replace(output, " in T s");

    [GeneratedRegex(@" in [0-9]+\.[0-9]{2} s")]
    private static partial Regex Seconds();

    private static void Substitute(TestWorld world) =>
        world.Write("cluster/ks.yaml", world.Read("cluster/ks.yaml") + "\n  postBuild: {substitute: {APP: web}}");

    private static string Config(string host) =>
        $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, namespace: home}
            data: {host: "{{host}}"}
            """;
}
