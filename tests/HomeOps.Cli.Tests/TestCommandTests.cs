using System.Text.RegularExpressions;

namespace HomeOps.Cli.Tests;

/// <summary><c>homeops test</c>, <c>get</c> and <c>build</c> as users of flux-local and flate call them.</summary>
public sealed partial class TestCommandTests
{
    private const string Encrypted = """
        apiVersion: v1
        kind: Secret
        metadata: {name: settings, namespace: home}
        stringData: {SECRET_DOMAIN: zyxwv-canary.example}
        """;

    private const string Route = """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: web, namespace: home}
        spec:
          hostnames: ["web.${SECRET_DOMAIN}"]
          parentRefs: [{name: internal}]
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: internal, namespace: home}
        spec:
          gatewayClassName: cilium
          listeners: [{name: https, hostname: "*.example.org", port: 443, protocol: HTTPS}]
        """;

    [Fact]
    public void Each_object_has_a_row_and_the_counts_come_last()
    {
        using var world = World();

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
        using var world = World();
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
        using var world = World();

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
        using var world = World();
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
        using var world = World();
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
        using var world = World();

        Assert.Equal(0, world.Run(line.Split(' ')));
        var first = world.Error.Split('\n')[0];
        Assert.Equal(note, first[(first.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void ResourceSets_and_sources_are_listed_built_and_tested()
    {
        using var world = new TestWorld();
        world.Write("cluster/kustomization.yaml", "namespace: home\nresources: [set.yaml]\n");
        world.Write(
            "cluster/set.yaml",
            """
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: apps}
            spec:
              inputs: [{app: web}, {app: db}]
              resources:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: << inputs.app >>, namespace: home}
                - apiVersion: source.toolkit.fluxcd.io/v1
                  kind: OCIRepository
                  metadata: {name: chart, namespace: home}
                  spec: {interval: 1h, url: oci://ghcr.io/example/chart, ref: {tag: 1.2.3}}

            """
        );

        world.Run("get", "rs", "--path", "cluster");
        Assert.Equal(
            "NAMESPACE  NAME  INPUTS  OBJECTS  STATUS\nhome       apps  2       3        built\n",
            world.Output
        );
        world.Run("get", "sources", "--path", "cluster");
        Assert.Equal(
            "NAMESPACE  NAME   KIND           VERSION  URL\nhome       chart  OCIRepository  1.2.3    oci://ghcr.io/example/chart\n",
            world.Output
        );
        world.Run("build", "all", "--path", "cluster");
        Assert.Contains("  name: web\n  namespace: home\n---\n", world.Output, StringComparison.Ordinal);
        world.Run("test", "all", "--path", "cluster");
        Assert.Contains("PASS  ResourceSet    home/apps", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_prints_tables_names_JSON_and_YAML()
    {
        using var world = World();

        world.Run("get", "ks", "--path", "cluster", "-o", "wide");
        Assert.Equal(
            """
            NAMESPACE    NAME         PATH       STATUS  HELMREPOS  OCIREPOS  RELEASES  OBJECTS
            flux-system  flux-system  ./cluster  built   0          0         0         1
            home         web          ./web      built   0          1         1         2

            """,
            world.Output
        );
        world.Run("get", "all", "--path", "cluster", "-o", "name");
        Assert.Equal(
            "flux-system/flux-system\nhome/web\nhome/web\nOCIRepository/home/web\nghcr.io/example/web:4.5\n",
            world.Output
        );
        world.Run("get", "images", "--path", "cluster", "-o", "json");
        Assert.Equal("[\n  \"ghcr.io/example/web:4.5\"\n]\n", world.Output);
        world.Run("get", "hr", "--path", "cluster", "-o", "yaml");
        Assert.Equal(
            """
            - namespace: home
              name: web
              status: built
              kustomization: home/web
              file: web/app.yaml
              revision: 1.2.3
              chart: web
              source: OCIRepository/home/web
              values:
                image:
                  repository: ghcr.io/example/web
                  tag: "4.5"

            """,
            world.Output
        );
        world.Run("get", "ks", "--path", "cluster", "-n", "home", "-o", "json");
        Assert.Equal(
            """
            [
              {
                "namespace": "home",
                "name": "web",
                "path": "./web",
                "status": "built",
                "file": "cluster/ks.yaml",
                "parent": "flux-system/flux-system",
                "source": "GitRepository/flux-system/flux-system",
                "dependsOn": [],
                "objects": 2
              }
            ]

            """,
            world.Output
        );
    }

    [Theory]
    [InlineData("app=web", "home/web\n")]
    [InlineData("app!=web", "flux-system/flux-system\n")]
    [InlineData("app in (web,db),!other", "home/web\n")]
    public void Get_selects_by_labels(string labels, string expected)
    {
        using var world = World();

        Assert.Equal(0, world.Run("get", "ks", "--path", "cluster", "-l", labels, "-o", "name"));
        Assert.Equal(expected, world.Output);
    }

    [Fact]
    public void A_broken_selector_is_wrong_usage()
    {
        using var world = World();

        Assert.Equal(2, world.Run("get", "ks", "--path", "cluster", "-l", "app in web"));
        Assert.Equal(
            "error HO1617: 'app in web' is no label selector\n  = hint: write name=value,other!=value\n",
            world.Error
        );
    }

    [Fact]
    public void Encrypted_values_are_placeholders_until_they_are_asked_for()
    {
        using var world = WithSecret();

        Assert.Equal(0, world.Run("build", "ks", "web", "--path", "cluster", "--skip-kinds", "Gateway"));
        Assert.Contains("web.placeholder-secret-domain", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("build", "ks", "web", "--path", "cluster", "--placeholders", "marked"));
        Assert.Contains("web...PLACEHOLDER_SECRET_DOMAIN..", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("build", "ks", "web", "--path", "cluster", "--decrypt"));
        Assert.Contains("web.zyxwv-canary.example", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_with_decrypted_values_shows_none_of_them()
    {
        using var world = WithSecret();

        Assert.Equal(0, world.Run("test", "--path", "cluster", "--decrypt=false"));
        Assert.Equal(1, world.Run("test", "--path", "cluster", "--decrypt", "-v"));
        Assert.Contains(
            "no listener that HTTPRoute home/web is attached to serves 'web...PLACEHOLDER_SECRET_DOMAIN..'",
            world.Output,
            StringComparison.Ordinal
        );
        foreach (var form in (string[])["text", "json", "sarif"])
        {
            world.Run("test", "--path", "cluster", "--decrypt", "-v", "-o", form);
            Assert.DoesNotContain("canary", world.Output + world.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decrypting_needs_a_key()
    {
        using var world = World();

        Assert.Equal(1, world.Run("test", "--path", "cluster", "--decrypt"));
        Assert.Equal(
            "error HO1618: there is no age key to decrypt with\n  = hint: put age.key into ., or name one in SOPS_AGE_KEY_FILE\n",
            world.Error
        );
    }

    private static TestWorld WithSecret()
    {
        var world = SecretsWorld.WithRule();
        Fill(world);
        world.Write(
            "cluster/ks.yaml",
            world.Read("cluster/ks.yaml")
                + "\n  decryption: {provider: sops, secretRef: {name: sops-age}}"
                + "\n  postBuild: {substituteFrom: [{kind: Secret, name: settings}]}"
        );
        world.Write("web/settings.sops.yaml", Encrypted);
        world.Write("web/app.yaml", Route);
        Assert.Equal(0, world.Run("secrets", "encrypt", "--in-place", "web/settings.sops.yaml"));
        return world;
    }

    private static string Timeless(string output) => Seconds().Replace(output, " in T s");

    [GeneratedRegex(@" in [0-9]+\.[0-9]{2} s")]
    private static partial Regex Seconds();

    private static void Substitute(TestWorld world) =>
        world.Write("cluster/ks.yaml", world.Read("cluster/ks.yaml") + "\n  postBuild: {substitute: {APP: web}}");

    private static TestWorld World()
    {
        var world = new TestWorld();
        Fill(world);
        return world;
    }

    private static void Fill(TestWorld world)
    {
        Directory.CreateDirectory(world["cluster"]);
        Directory.CreateDirectory(world["web"]);
        world.Write(
            "cluster/ks.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web, namespace: home, labels: {app: web}}
            spec:
              interval: 1h
              path: ./web
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
            """
        );
        world.Write(
            "web/app.yaml",
            """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: web, namespace: home}
            spec:
              interval: 1h
              chartRef: {kind: OCIRepository, name: web}
              values: {image: {repository: ghcr.io/example/web, tag: "4.5"}}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: OCIRepository
            metadata: {name: web, namespace: home}
            spec: {interval: 1h, url: "oci://charts.example.com/web", ref: {tag: 1.2.3}}
            """
        );
    }

    private static string Config(string host) =>
        $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, namespace: home}
            data: {host: "{{host}}"}
            """;
}
