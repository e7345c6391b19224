using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.Findings;

/// <summary>One broken tree for each finding; what is printed is the golden file, which the pages of the documentation show.</summary>
public sealed class BrokenTreeTests
{
    private static readonly (string Code, Action<MemoryTree> Break)[] Cases =
    [
        ("HO0905", t => t.Add("app/config.yaml", Config("${DOMAIN_NAME}"))),
        ("HO0906", t => t.Add("apps/ks.yaml", Ks("web").Replace("./app", "./ap", StringComparison.Ordinal))),
        ("HO0907", t => t.Add("apps/ks.yaml", Ks("web").Replace("./app", "../app", StringComparison.Ordinal))),
        ("HO0908", t => t.Add("apps/ks.yaml", Ks("web").Replace("  prune: true\n", "", StringComparison.Ordinal))),
        ("HO0909", t => t.Add("apps/ks.yaml", Ks("web") + "  suspend: maybe\n")),
        ("HO0910", t => t.Add("apps/ks.yaml", Ks("web") + "  dependOn: [{name: db}]\n")),
        ("HO0911", t => t.Add("apps/kustomization.yaml", "resources: [ks.yaml]\n")),
        ("HO0912", t => t.Add("apps/ks.yaml", Ks("web") + From("ConfigMap", "cluster-setings"))),
        (
            "HO0913",
            t =>
            {
                t.Add("apps/ks.yaml", Ks("web") + From("Secret", "cluster-secrets"));
                t.Add(
                    "apps/settings.yaml",
                    "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: cluster-secrets}\n"
                );
            }
        ),
        ("HO1600", t => t.Add("apps/ks.yaml", Ks("web") + From("Secret", "cluster-secrets"))),
        ("HO0914", t => t.Add("apps/settings.yaml", Settings("DOMAIN-NAME", "example.com"))),
        ("HO0915", BreakByValue),
        ("HO0916", t => t.Add("apps/ks.yaml", Ks("web") + "  dependsOn: [{name: wob}]\n")),
        (
            "HO0917",
            t =>
                t.Add(
                    "apps/ks.yaml",
                    Ks("web") + "  dependsOn: [{name: db}]\n---\n" + Ks("db") + "  dependsOn: [{name: web}]\n"
                )
        ),
        (
            "HO0918",
            t =>
                t.Add(
                    "apps/ks.yaml",
                    Ks("web") + "  dependsOn: [{name: db, readyExpr: dep.status.ready}]\n---\n" + Ks("db")
                )
        ),
        (
            "HO0919",
            t =>
                t.Add(
                    "apps/ks.yaml",
                    Ks("web")
                        .Replace(
                            "GitRepository, name: flux-system",
                            "GitRepository, name: flux-sytem",
                            StringComparison.Ordinal
                        )
                )
        ),
        (
            "HO0920",
            t =>
            {
                t.Add(
                    "apps/ks.yaml",
                    Ks("web")
                        .Replace("name: flux-system, namespace: flux-system", "name: other", StringComparison.Ordinal)
                );
                t.Add("apps/settings.yaml", Source("GitRepository", "other", "https://git.example.com/other"));
            }
        ),
        (
            "HO0921",
            t =>
            {
                var more = Ks("more", "flux-system").Replace("./app\n", "./more\n", StringComparison.Ordinal);
                t.Add("cluster/more.yaml", more);
                t.Add("more/ks.yaml", Ks("web", "home"));
            }
        ),
        ("HO0922", t => t.Add("app/config.yaml", Encrypted)),
        ("HO0923", t => t.Add("apps/ks.yaml", Ks("web") + "  decryption: {provider: vault}\n")),
        (
            "HO0924",
            t =>
            {
                t.Add("apps/ks.yaml", Ks("web") + "  decryption: {provider: sops, secretRef: {name: sops-age}}\n");
                t.Add("app/config.yaml", Encrypted);
            }
        ),
        ("HO0925", t => t.Add("apps/db/ks.yaml", Ks("db"))),
        ("HO0927", t => t.Add("apps/ks.yaml", Ks("web").Replace("GitRepository", "GitRepo", StringComparison.Ordinal))),
        ("HO0928", t => t.Add("apps/ks.yaml", Ks("web") + "  suspend: true\n")),
        ("HO0929", t => t.Add("app/config.yaml", Release("values: {}"))),
        (
            "HO0930",
            t =>
                t.Add(
                    "app/config.yaml",
                    Release("chartRef: {kind: OCIRepository, name: wob}")
                        + "---\n"
                        + Source("OCIRepository", "web", "oci://charts.example.com/web")
                )
        ),
        (
            "HO0931",
            t =>
                t.Add(
                    "app/config.yaml",
                    Release("chartRef: {kind: OCIRepository, name: web}\n  valuesFrom: [{kind: ConfigMap, name: web}]")
                        + "---\n"
                        + Source("OCIRepository", "web", "oci://charts.example.com/web")
                        + "---\n"
                        + Config("hello")
                )
        ),
        (
            "HO0932",
            t =>
                t.Add(
                    "app/config.yaml",
                    Release(
                        "chartRef: {kind: OCIRepository, name: web}\n  valuesFrom: [{kind: ConfigMap, name: web, valuesKey: host}]"
                    )
                        + "---\n"
                        + Source("OCIRepository", "web", "oci://charts.example.com/web")
                        + "---\n"
                        + Config("hello")
                )
        ),
        ("HO0933", t => t.Add("cluster/ks.yaml", Config("hello"))),
        (
            "HO0934",
            static t =>
            {
                t.Remove("cluster/ks.yaml");
            }
        ),
    ];

    public static TheoryData<string> Codes() => [.. Cases.Select(static c => c.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_tree_gives_its_finding(string code)
    {
        var tree = Tree();
        Array.Find(Cases, c => c.Code == code).Break(tree);

        var findings = FluxCluster.Build(tree, "cluster", Options(code)).Diagnostics.Ordered();

        var text = new StringWriter { NewLine = "\n" };
        foreach (var finding in findings)
        {
            DiagnosticPrinter.Print(text, finding);
        }

        Assert.Contains(code, findings.Select(static d => d.Code));
        Golden.Verify($"Cases/{code}.expected", text.ToString());
    }

    private static FluxOptions Options(string code) =>
        new()
        {
            Orphans = code == "HO0925" ? OrphanTreatment.Reported : OrphanTreatment.Ignored,
            Keys = code == "HO0924" ? new SopsKeyRing([]) : null,
        };

    private static void BreakByValue(MemoryTree tree)
    {
        tree.Add("apps/ks.yaml", Ks("web") + From("ConfigMap", "cluster-settings"));
        tree.Add("apps/settings.yaml", Settings("DOMAIN", "'host: [example.com'"));
        tree.Add("app/config.yaml", Config("${DOMAIN}"));
    }

    private static MemoryTree Tree()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("apps", "flux-system").Replace("./app\n", "./apps\n", StringComparison.Ordinal));
        tree.Add("apps/kustomization.yaml", "namespace: home\nresources: [settings.yaml, ks.yaml]\n");
        tree.Add("apps/settings.yaml", Settings("DOMAIN", "example.com"));
        tree.Add("apps/ks.yaml", Ks("web") + From("ConfigMap", "cluster-settings"));
        tree.Add("app/config.yaml", Config("hello"));
        return tree;
    }

    private static string Ks(string name, string? inNamespace = null) =>
        $$"""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: {{name}}{{(inNamespace is null ? "" : "\n  namespace: " + inNamespace)}}
            spec:
              interval: 1h
              path: ./app
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}

            """;

    private static string From(string kind, string name) =>
        $$"""
              postBuild:
                substituteFrom:
                  - kind: {{kind}}
                    name: {{name}}

            """;

    private static string Settings(string key, string value) =>
        $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: cluster-settings
            data:
              {{key}}: {{value}}

            """;

    private static string Config(string host) =>
        $$"""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: web
              namespace: home
            data:
              host: {{host}}

            """;

    private static string Source(string kind, string name, string url) =>
        $$"""
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: {{kind}}
            metadata:
              name: {{name}}
              namespace: home
            spec:
              interval: 1h
              url: {{url}}

            """;

    private static string Release(string chart) =>
        $$"""
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata:
              name: web
              namespace: home
            spec:
              interval: 1h
              {{chart}}

            """;

    private const string Encrypted = """
        apiVersion: v1
        kind: Secret
        metadata:
          name: web
        stringData:
          token: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]
        sops:
          age: [{recipient: age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg, enc: AAAA}]
          lastmodified: "2026-01-01T00:00:00Z"
          mac: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]
          version: 3.13.1

        """;
}
