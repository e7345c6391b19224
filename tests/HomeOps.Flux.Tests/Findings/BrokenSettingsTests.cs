using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.Findings;

/// <summary>One broken tree for each finding about expressions, decryption and bounds; what is printed is the golden file.</summary>
public sealed class BrokenSettingsTests
{
    private static readonly (string Code, Action<MemoryTree> Break)[] Cases =
    [
        ("HO1670", t => Wait(t, "dep.status.ready ==")),
        ("HO1671", t => Wait(t, "deb.status.ready")),
        ("HO1672", t => Wait(t, "\"'Ready'\"")),
        ("HO1673", t => Wait(t, "dep.metadata.name == 'database'")),
        ("HO1674", t => Wait(t, "dep.status.phase.startWith('R')")),
        ("HO1675", t => Wait(t, "dep.stauts.ready")),
        (
            "HO1680",
            t => t.Add("app/config.yaml", Source("GitRepository", "interval: 1h, url: 'git@github.com:me/app'"))
        ),
        (
            "HO1681",
            t => t.Add("app/config.yaml", Source("OCIRepository", "interval: 1 hour, url: 'oci://ghcr.io/me/app'"))
        ),
        ("HO1682", t => t.Add("app/config.yaml", Source("HelmRepository", "url: 'oci://ghcr.io/me/charts'"))),
        ("HO1690", t => Generate(t, Encrypted + "# " + new string('x', 5 << 20) + "\n", decrypts: true)),
        ("HO1691", t => Generate(t, Encrypted, decrypts: false)),
        ("HO1692", t => t.Add("cluster/keys.yaml", Keys("home", "age.key"))),
        (
            "HO1693",
            t =>
            {
                t.Add("cluster/web.yaml", Ks("web", "./app") + "  decryption: {provider: sops}\n");
                t.Add(
                    "app/config.yaml",
                    "apiVersion: v1\nkind: Secret\nmetadata: {name: web}\nstringData: {a: b}\nsops:\n  age: [{recipient: age1, enc: x}]\n  mac: ENC[x]\n"
                );
            }
        ),
        ("HO1694", t => t.Add("cluster/keys.yaml", Keys("media", "age.agekey"))),
        (
            "HO1695",
            t =>
            {
                t.Add("cluster/web.yaml", Ks("web", "./loop") + "  postBuild: {substitute: {N: web}}\n");
                t.Add("loop/ks.yaml", Ks("${N}-x", "./loop") + "  postBuild: {substitute: {N: '${N}-x'}}\n");
            }
        ),
        (
            "HO1696",
            t =>
            {
                t.Add(
                    "cluster/web.yaml",
                    Ks("web", "./app") + $"  postBuild:\n    substitute:\n      TEXT: {new string('a', 100_000)}\n"
                );
                t.Add("app/config.yaml", Config("${TEXT##*a*a*a*a*b}"));
            }
        ),
        (
            "HO1697",
            t =>
            {
                for (var i = 1; i < 5; i++)
                {
                    t.Add($"cluster/web{i}.yaml", Ks($"web{i}", "./app"));
                }
            }
        ),
        (
            "HO1698",
            t =>
            {
                t.Add("cluster/web.yaml", Ks("web", "./app") + "  postBuild: {substitute: {A: b}}\n");
                var lines = Enumerable.Range(1, 110).Select(static i => $"    echo ${{V{i}}}\n");
                t.Add("app/config.yaml", Config("|\n" + string.Concat(lines).TrimEnd()));
            }
        ),
    ];

    public static TheoryData<string> Codes() => [.. Cases.Select(static c => c.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_tree_gives_its_finding(string code)
    {
        var tree = new MemoryTree();
        tree.Add(
            "cluster/web.yaml",
            Ks("web", "./app") + "  decryption: {provider: sops, secretRef: {name: sops-age}}\n"
        );
        tree.Add("app/config.yaml", Config("hello"));
        Array.Find(Cases, c => c.Code == code).Break(tree);

        var options = code == "HO1697" ? new FluxOptions { MostKustomizations = 4 } : new FluxOptions();
        var findings = FluxCluster.Build(tree, "cluster", options).Diagnostics.Ordered();

        var text = new StringWriter { NewLine = "\n" };
        foreach (var finding in findings.Where(d => d.Code == code || d.Code != "HO0905"))
        {
            DiagnosticPrinter.Print(text, finding);
        }

        Assert.Contains(code, findings.Select(static d => d.Code));
        Golden.Verify($"Cases/{code}.expected", text.ToString());
    }

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap}", "HO0908: spec.healthCheckExprs.current is missing")]
    [InlineData(
        "{apiVersion: v1, kind: ConfigMap, current: 'data.ready ='}",
        "HO1670: 'current' of ConfigMap is no CEL expression: '=' is not expected there"
    )]
    [InlineData(
        "{apiVersion: v1, kind: ConfigMap, current: 'true', inProgres: 'false'}",
        "HO0910: 'inProgres' is no field of spec.healthCheckExprs"
    )]
    [InlineData(
        "{apiVersion: v1, kind: ConfigMap, current: 'true', failed: '1'}",
        "HO1672: 'failed' of ConfigMap is no condition: its value is neither true nor false"
    )]
    [InlineData(
        "{apiVersion: v1, kind: ConfigMap, current: \"data.ready == 'yes'\", inProgress: \"!has(data.ready)\"}",
        ""
    )]
    [InlineData(
        "{apiVersion: v1, kind: ConfigMap, current: 'status.conditions.exist(c, c.status)'}",
        "HO1674: 'current' of ConfigMap may be wrong: there is no function 'exist'"
    )]
    public void Health_checks_are_expressions_over_the_fields_of_the_object(string entry, string expected)
    {
        var tree = new MemoryTree();
        tree.Add("cluster/web.yaml", Ks("web", "./app") + $"  healthCheckExprs: [{entry}]\n");
        tree.Add("app/config.yaml", Config("hello"));

        var findings = FluxCluster.Build(tree, "cluster").Diagnostics;

        Assert.Equal(expected, string.Join('\n', findings.Select(static d => $"{d.Code}: {d.Message}")));
    }

    [Theory]
    [InlineData("dep.metadata.name == 'db'", "")]
    [InlineData("dep.status.ready", "HO0918")]
    [InlineData("dep.status.ready && dep.metadata.name == 'x'", "HO1673")]
    [InlineData("self.spec.path", "HO1672")]
    public void An_expression_is_decided_as_far_as_the_repository_tells(string expression, string expected)
    {
        var tree = new MemoryTree();
        Wait(tree, $"\"{expression}\"");
        tree.Add("app/config.yaml", Config("hello"));

        Assert.Equal(
            expected,
            string.Join(' ', FluxCluster.Build(tree, "cluster").Diagnostics.Select(static d => d.Code))
        );
    }

    [Theory]
    [InlineData("GitRepository", "url: 'https://a'", "HO0908: spec.interval is missing")]
    [InlineData(
        "GitRepository",
        "interval: 1h, url: 'https://a', ref: {brnch: main}",
        "HO0910: 'brnch' is no field of spec.ref"
    )]
    [InlineData(
        "GitRepository",
        "interval: 1h, url: 'https://a', provider: gitlab",
        "HO1663: provider 'gitlab' does not exist"
    )]
    [InlineData(
        "GitRepository",
        "interval: 1h, url: 'https://a', include: [{repository: {name: b}}]",
        "HO0930: GitRepository home/b does not exist"
    )]
    [InlineData(
        "OCIRepository",
        "interval: 1h, url: 'https://a'",
        "HO1680: the URL of this OCIRepository does not begin with 'oci://'"
    )]
    [InlineData(
        "OCIRepository",
        "interval: 1h, url: 'oci://a', layerSelector: {operation: move}",
        "HO1663: operation 'move' does not exist"
    )]
    [InlineData(
        "HelmRepository",
        "url: 'https://a', type: oci",
        "HO1682: a HelmRepository of type oci has an 'oci://' URL"
    )]
    [InlineData("HelmRepository", "url: 'https://a', intervall: 1h", "HO0910: 'intervall' is no field of spec")]
    [InlineData("HelmChart", "interval: 1h, chart: web", "HO0908: spec.sourceRef is missing")]
    [InlineData(
        "HelmChart",
        "interval: 1h, chart: web, sourceRef: {kind: OCIRepository, name: web}",
        "HO1663: kind 'OCIRepository' does not exist|HO0930: OCIRepository home/web does not exist"
    )]
    [InlineData(
        "HelmChart",
        "interval: 1h, chart: web, sourceRef: {kind: HelmRepository, name: web}",
        "HO0930: HelmRepository home/web does not exist"
    )]
    [InlineData("Bucket", "interval: 1h, endpoint: a", "HO0908: spec.bucketName is missing")]
    [InlineData("Bucket", "interval: 1h, endpoint: a, bucketName: b, provider: aws, region: x", "")]
    [InlineData("ExternalArtifact", "sourceRef: {kind: ArtifactGenerator, name: a}", "")]
    [InlineData("ExternalArtifact", "url: 'https://a'", "HO0910: 'url' is no field of spec")]
    public void Sources_have_the_fields_of_their_kind(string kind, string spec, string expected)
    {
        var tree = new MemoryTree();
        tree.Add("cluster/web.yaml", Ks("web", "./app"));
        tree.Add("app/config.yaml", Source(kind, spec));

        var findings = FluxCluster.Build(tree, "cluster").Diagnostics;

        Assert.Equal(expected, string.Join('|', findings.Select(static d => $"{d.Code}: {d.Message}")));
    }

    [Theory]
    [InlineData("1h", true)]
    [InlineData("1h30m0.5s10ms", true)]
    [InlineData("60", false)]
    [InlineData("1 h", false)]
    [InlineData("1d", false)]
    [InlineData("-1h", false)]
    [InlineData(".5s", false)]
    [InlineData("1.h", false)]
    public void A_length_of_time_has_units(string text, bool expected) =>
        Assert.Equal(expected, DurationText.IsDuration(text));

    private static void Wait(MemoryTree tree, string expression)
    {
        tree.Add(
            "cluster/web.yaml",
            Ks("web", "./app") + $"  dependsOn:\n    - name: db\n      readyExpr: {expression}\n"
        );
        tree.Add("cluster/db.yaml", Ks("db", "./app"));
    }

    private static void Generate(MemoryTree tree, string file, bool decrypts)
    {
        if (!decrypts)
        {
            tree.Add("cluster/web.yaml", Ks("web", "./app"));
        }

        tree.Add("app/kustomization.yaml", "secretGenerator: [{name: web, files: [values.yaml]}]\n");
        tree.Add("app/values.yaml", file);
    }

    private static string Source(string kind, string spec) =>
        $"apiVersion: source.toolkit.fluxcd.io/v1\nkind: {kind}\nmetadata: {{name: a, namespace: home}}\nspec: {{{spec}}}\n";

    private static string Keys(string inNamespace, string key) =>
        $"apiVersion: v1\nkind: Secret\nmetadata: {{name: sops-age, namespace: {inNamespace}}}\nstringData: {{{key}: x}}\n";

    private static string Config(string text) =>
        $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: web, namespace: home}}\ndata:\n  text: {text}\n";

    private static string Ks(string name, string path) =>
        $$"""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: "{{name}}", namespace: home}
            spec:
              interval: 1h
              path: {{path}}
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}

            """;

    private const string Encrypted = """
        token: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]
        sops:
          lastmodified: "2026-01-01T00:00:00Z"
          mac: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAA,type:str]
          version: 3.13.1

        """;
}
