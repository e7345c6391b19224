using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.Fuzzing;

/// <summary>
/// Trees of Flux with one to three damaged files, taken through discovery, building and the test. Whatever comes out is whole: every
/// Kustomization once, below a parent that is there, a reason for each that is not built, findings that can be printed.
/// </summary>
public sealed class DiscoveryFuzzTests
{
    private static readonly (string Path, string Text)[] Files =
    [
        (
            "cluster/ks.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: flux-system}
            spec:
              interval: 1h
              path: ./apps
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system}
              decryption: {provider: sops, secretRef: {name: sops-age}}
              postBuild:
                substitute: {WHO: world, N: "1"}
                substituteFrom: [{kind: ConfigMap, name: settings}, {kind: Secret, name: secrets, optional: true}]
              patches:
                - patch: |
                    - op: add
                      path: /spec/timeout
                      value: 5m
                  target: {kind: Kustomization}

            """
        ),
        (
            "cluster/settings.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: flux-system\ndata:\n  DOMAIN: example.com\n  EMPTY: ''\n"
        ),
        (
            "apps/kustomization.yaml",
            "namespace: home\ncomponents: [../components/common]\nresources: [web.yaml, db.yaml, set.yaml]\n"
        ),
        (
            "components/common/kustomization.yaml",
            "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [namespace.yaml]\n"
        ),
        ("components/common/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: _\n"),
        (
            "apps/web.yaml",
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web}
            spec:
              interval: 1h
              path: ./web
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
              dependsOn: [{name: db, readyExpr: "dep.status.ready && self.spec.path == './web'"}]
              healthCheckExprs: [{apiVersion: v1, kind: ConfigMap, current: "has(data.ready)"}]
              targetNamespace: home
              commonMetadata: {labels: {a: b}}
              images: [{name: nginx, newTag: "2"}]

            """
        ),
        (
            "apps/db.yaml",
            "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: db\nspec:\n  interval: 1h\n  path: ./db\n  prune: true\n  sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}\n"
        ),
        (
            "apps/set.yaml",
            """
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata: {name: set}
            spec:
              inputs: [{app: a, n: 1}, {app: b, n: 2}]
              inputsFrom: [{name: more}]
              resources:
                - apiVersion: kustomize.toolkit.fluxcd.io/v1
                  kind: Kustomization
                  metadata: {name: << inputs.app >>, namespace: home}
                  spec: {interval: 1h, path: ./db, prune: true, sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}}
              resourcesTemplate: |
                <<- range until (inputs.n | int) >>
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: << printf "%s-%d" inputs.app . | quote >>, namespace: home}
                data: << dict "k" inputs.app | toYaml | nindent 2 >>
                <<- end >>
            ---
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSetInputProvider
            metadata: {name: more}
            spec: {type: Static, defaultValues: {app: c, n: 1}}

            """
        ),
        (
            "web/kustomization.yaml",
            "resources: [app.yaml]\nconfigMapGenerator: [{name: files, files: [file.txt], literals: [a=b]}]\nsecretGenerator: [{name: secret, files: [file.yaml]}]\npatches: [{path: patch.yaml}]\n"
        ),
        (
            "web/app.yaml",
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: nginx:1\n          env: [{name: WHO, value: \"${WHO:=x} ${DOMAIN} $${KEEP}\"}]\n"
        ),
        ("web/patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 2\n"),
        ("web/file.txt", "hello ${WHO}\n"),
        (
            "web/file.yaml",
            "a: ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]\n"
        ),
        (
            "db/release.yaml",
            """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: db, namespace: home}
            spec:
              interval: 1h
              chartRef: {kind: OCIRepository, name: db}
              valuesFrom: [{kind: ConfigMap, name: values, valuesKey: a, targetPath: b.c, optional: true}]
              values: {image: {repository: ghcr.io/a/b, tag: "1"}}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: OCIRepository
            metadata: {name: db, namespace: home}
            spec: {interval: 1h, url: oci://ghcr.io/a/db, ref: {tag: 1.0.0}}

            """
        ),
    ];

    private static readonly string[] Pieces =
    [
        "\n",
        "\n---\n",
        "  ",
        "- ",
        "&a ",
        "*a",
        "<<: *a",
        "!!int ",
        "? ",
        "|\n",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        ",",
        ": ",
        "#",
        "null",
        "~",
        "${WHO}",
        "${",
        "$$",
        "<<",
        ">>",
        "<< inputs.app >>",
        "<< range",
        "<< end >>",
        "..",
        "../",
        "./",
        "kind: List\nitems:\n",
        "kind: Kustomization",
        "kind: ResourceSet",
        "kind: Secret",
        "apiVersion: v1",
        "metadata:",
        "spec:",
        "path: .",
        "path: ./apps",
        "path: ../..",
        "name: web",
        "namespace: other",
        "$patch: delete",
        "resources: [.]",
        "components: [..]",
        "suspend: true",
        "postBuild:",
        "substitute:",
        "&& dep.x",
        "in [",
        "\0",
        "\u00e9",
        "\u2028",
    ];

    [Fact]
    public void Discovery_holds_its_properties() => FuzzRun.Of("Flux discovery", Execute);

    private static bool Execute(Random random)
    {
        var tree = new MemoryTree();
        foreach (var (path, text) in Files)
        {
            tree.Add(path, text);
        }

        for (var times = 1 + random.Next(3); times > 0; times--)
        {
            var (path, _) = Files[random.Next(Files.Length)];
            var now = tree.Get(path) is { } file ? file.Content.ToArray() : [];
            if (random.Next(20) == 0)
            {
                tree.Remove(path);
            }
            else
            {
                tree.Add(new MemoryFile(path, Fuzz.Damage(now, random, Pieces)));
            }
        }

        var cluster = FluxCluster.Build(
            tree,
            "cluster",
            new FluxOptions { Parallelism = 1, Orphans = OrphanTreatment.Reported }
        );

        CheckKustomizations(cluster);
        foreach (var set in cluster.ResourceSets)
        {
            Assert.Equal(set.Reason is null, set.Status == BuildStatus.Built);
            Assert.All(set.Objects, static o => Assert.NotEqual("", o.Kind));
        }

        foreach (var release in cluster.HelmReleases)
        {
            Assert.NotNull(release.ValuesYaml);
        }

        var report = FluxTest.Run(cluster);
        foreach (var finding in cluster.Diagnostics.Concat(report.Diagnostics))
        {
            DiagnosticPrinter.Print(TextWriter.Null, finding);
        }

        return !cluster.Diagnostics.HasErrors;
    }

    private static void CheckKustomizations(FluxCluster cluster)
    {
        var ids = cluster.Kustomizations.Select(static b => b.Kustomization.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var build in cluster.Kustomizations)
        {
            Assert.Equal(build.Reason is null, build.Status == BuildStatus.Built);
            Assert.True(build.Parent is null || ids.Contains(build.Parent.Id, StringComparer.Ordinal));
            Assert.True(build.ToYaml().Length >= 0);
        }
    }
}
