using CsCheck;
using static HomeOps.Kustomize.Tests.TextTree;

namespace HomeOps.Kustomize.Tests;

/// <summary>Texts that nobody would write: none crashes, and what comes out can go in again.</summary>
public sealed class ArbitraryTextTests
{
    [Fact]
    public void No_text_of_a_kustomization_crashes()
    {
        string[] words =
        [
            "resources",
            "components",
            "patches",
            "- ",
            ": ",
            "\n",
            "  ",
            "a.yaml",
            "[",
            "]",
            "{",
            "}",
            "path",
            "patch",
            "target",
            "kind",
            "ConfigMap",
            "images",
            "name",
            "newTag",
            "*a",
            "&a ",
            "!!int ",
            "|\n",
            "\"",
            "'",
            "replacements",
            "source",
            "targets",
            "configMapGenerator",
            "literals",
            "x=y",
            "labels",
            "pairs",
            "namespace",
            "namePrefix",
            "$patch",
            "delete",
            "<<",
            "vars",
            "openapi",
            "transformers",
            "apiVersion: builtin",
            "0644",
            "~",
            "..",
            "/",
            "http://x",
        ];
        Gen.Int[0, words.Length - 1]
            .Select(i => words[i])
            .Array[0, 40]
            .Sample(
                parts =>
                {
                    var text = string.Concat(parts);
                    var tree = Tree(("kustomization.yaml", text), ("a.yaml", AnObject), ("b.yaml", text));
                    var result = KustomizeBuild.Run(tree, "");
                    _ = result.ToYaml();
                    var wrapped = Tree(
                        ("kustomization.yaml", "resources: [b.yaml]\npatches: [{path: b.yaml}]"),
                        ("b.yaml", text)
                    );
                    _ = KustomizeBuild.Run(wrapped, "").ToYaml();
                },
                iter: 3000
            );
    }

    [Fact]
    public void No_patch_crashes()
    {
        string[] words =
        [
            "spec: ",
            "containers: ",
            "\n",
            "  ",
            "    ",
            "- ",
            "name: app",
            "$patch: delete",
            "$patch: replace",
            "null",
            "[]",
            "{}",
            "ports: ",
            "containerPort: 80",
            "protocol: TCP",
            "x",
            "env: ",
            "template: ",
            "volumes: ",
            "finalizers: ",
            "1",
        ];
        const string Pod =
            "apiVersion: v1\nkind: Pod\nmetadata: {name: p, finalizers: [a]}\nspec:\n  containers:\n  - {name: app, ports: [{containerPort: 80}], env: [{name: A}]}\n";
        Gen.Int[0, words.Length - 1]
            .Select(i => words[i])
            .Array[0, 30]
            .Sample(
                parts =>
                {
                    var patch = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n" + string.Concat(parts);
                    var tree = Tree(
                        ("kustomization.yaml", "resources: [a.yaml]\npatches: [{path: p.yaml}]"),
                        ("a.yaml", Pod),
                        ("p.yaml", patch)
                    );
                    _ = KustomizeBuild.Run(tree, "").ToYaml();
                },
                iter: 3000
            );
    }

    [Fact]
    public void What_is_built_is_built_again_unchanged()
    {
        Gen.String[Gen.Char['\u00a0', '\u017f'], 0, 60]
            .Select(Gen.String[Gen.Char["aby01:-#'\"\n \t.{}[]&*!|>%@`,?é"], 0, 100])
            .Sample(
                (key, value) =>
                {
                    var tree = Tree(
                        (
                            "kustomization.yaml",
                            "configMapGenerator: [{name: c, files: [v], options: {disableNameSuffixHash: true}}]"
                        ),
                        ("v", key + value)
                    );
                    var once = KustomizeBuild.Run(tree, "").ToYaml();
                    var again = KustomizeBuild.Run(
                        Tree(("kustomization.yaml", "resources: [a.yaml]"), ("a.yaml", once)),
                        ""
                    );
                    Assert.Equal(once, again.ToYaml());
                },
                iter: 2000
            );
    }
}
