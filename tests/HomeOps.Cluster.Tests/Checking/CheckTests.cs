using HomeOps.Cluster.Tests.Reading;
using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Checking;

public sealed class CheckTests
{
    private const string Flux = """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: app
        spec:
          path: PATH
          sourceRef:
            kind: GitRepository
            name: SOURCE

        """;

    [Fact]
    public void References_that_lead_somewhere_are_no_findings()
    {
        var files = Tree(
            (
                "kubernetes/apps/kustomization.yaml",
                """
                resources: [./app.yaml, ../base, on-disk.yaml, https://example.org/crd.yaml, github.com/example/repo?ref=v1]
                components: [../component]
                patches:
                  - path: patch.yaml
                  - patch: |-
                      - op: remove
                        path: /spec
                configMapGenerator:
                  - name: a
                    files: [values.yaml=./app.yaml, patch.yaml]
                    envs: [settings.env]
                replacements:
                  - path: patch.yaml

                """
            ),
            ("kubernetes/apps/app.yaml", "a: 1\n---\nb: 2\n"),
            ("kubernetes/apps/patch.yaml", "a: 1\n"),
            ("kubernetes/apps/settings.env", "A=1\n"),
            ("kubernetes/base/kustomization.yml", "resources: []\n"),
            ("kubernetes/component/Kustomization", "kind: Component\n"),
            ("kubernetes/ks.yaml", Kustomization("./kubernetes/apps", "flux-system"))
        );

        Assert.Empty(Check(files, Tree(("kubernetes/apps/on-disk.yaml", "a: 1\n"))));
    }

    [Fact]
    public void A_path_in_another_repository_is_not_looked_for_here()
    {
        var files = Tree(
            ("ks.yaml", Kustomization("./elsewhere", "other")),
            ("source.yaml", "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata:\n  name: other\n")
        );

        Assert.Empty(Check(files));
    }

    [Fact]
    public void Everything_that_leads_nowhere_is_reported_at_its_place() =>
        Golden.Verify(
            "references.expected.txt",
            BrokenInputTests.Printed(
                Check(
                    Tree(
                        (
                            "kubernetes/apps/kustomization.yaml",
                            """
                            resources:
                              - missing.yaml
                              - ../no-kustomization
                              - ../../../outside.yaml
                            components:
                              - app.yaml
                              - /absolute
                            patches:
                              - path: missing-patch.yaml
                            secretGenerator:
                              - name: a
                                files: [key=missing.txt]
                                env: missing.env
                            configMapGenerator:
                              - name: b
                                files: [../no-kustomization]

                            """
                        ),
                        ("kubernetes/apps/app.yaml", "a: 1\n"),
                        ("kubernetes/no-kustomization/a.yaml", "a: 1\n"),
                        ("kubernetes/flux/missing.yaml", Kustomization("./kubernetes/missing", "flux-system")),
                        ("kubernetes/flux/file.yaml", Kustomization("kubernetes/apps/app.yaml", "flux-system")),
                        (
                            "kubernetes/flux/component.yaml",
                            Kustomization("./kubernetes/apps", "flux-system") + "  components: [../missing-component]\n"
                        ),
                        ("talos/broken.yaml", "a: [1\nb: 2\n")
                    )
                )
            )
        );

    [Fact]
    public void A_persons_own_secret_in_plain_text_is_found()
    {
        var findings = Check(
            Tree(("kubernetes/a.yaml", "a: 1\n")),
            Tree(
                ("kubernetes/mine/secret.sops.yaml", "kind: Secret\nstringData:\n  a: very-secret\n"),
                ("elsewhere/secret.sops.yaml", "a: 1\n")
            )
        );

        Golden.Verify("plain-secret.expected.txt", BrokenInputTests.Printed(findings));
    }

    [Fact]
    public void What_this_run_removes_is_not_there()
    {
        var files = Tree(
            ("kubernetes/kustomization.yaml", "resources: [gone.yaml, gone-folder, stays]\n"),
            ("kubernetes/stays/kustomization.yaml", "resources: [own.yaml]\n")
        );
        var disk = Tree(
            ("kubernetes/gone.yaml", "a: 1\n"),
            ("kubernetes/gone-folder/kustomization.yaml", "resources: []\n"),
            ("kubernetes/stays/own.yaml", "a: 1\n"),
            ("kubernetes/stays/gone.sops.yaml", "a: 1\n")
        );

        Assert.DoesNotContain(
            Check(Tree(("kubernetes/kustomization.yaml", "resources: [gone.yaml, gone-folder]\n")), disk),
            static f => f.Code != "HO1403"
        );
        Assert.Equal(
            ["gone.yaml", "gone-folder"],
            Check(
                    files,
                    disk,
                    "kubernetes/gone.yaml",
                    "kubernetes/gone-folder/kustomization.yaml",
                    "kubernetes/stays/gone.sops.yaml"
                )
                .Select(static f => f.Message.Split('\'')[1])
        );
    }

    private static string Kustomization(string path, string source) =>
        Flux.Replace("PATH", path, StringComparison.Ordinal).Replace("SOURCE", source, StringComparison.Ordinal);

    private static MemoryTree Tree(params (string Path, string Text)[] files)
    {
        var tree = new MemoryTree();
        foreach (var (path, text) in files)
        {
            tree.Add(path, text);
        }

        return tree;
    }

    private static IReadOnlyList<Diagnostic> Check(MemoryTree files, MemoryTree? disk = null, params string[] removed)
    {
        var findings = new DiagnosticBag();
        CheckStep.Run(files, disk ?? new MemoryTree(), removed.ToHashSet(StringComparer.Ordinal), findings);
        return findings.Ordered();
    }
}
