using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Kustomize.Tests;

/// <summary>Trees made to harm: cycles, paths out, links out, endless inclusion. Each ends in a finding, in bounded time.</summary>
public sealed class HostileTests
{
    private const string Object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
    private const string Component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";

    // Of processor time of the thread.
    private static string WithHint(Diagnostic finding) => $"{finding}\n  {finding.Hint}";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public void Components_that_include_each_other_are_a_cycle()
    {
        var tree = Tree(
            ("kustomization.yaml", "components: [a]"),
            ("a/kustomization.yaml", Component + "components: [../b]"),
            ("b/kustomization.yaml", Component + "components: [../a]")
        );
        Assert.StartsWith("b/kustomization.yaml:3:14: error HO0713: ", Only(tree), StringComparison.Ordinal);
    }

    [Fact]
    public void Bases_that_include_each_other_are_a_cycle()
    {
        var tree = Tree(
            ("kustomization.yaml", "resources: [a]"),
            ("a/kustomization.yaml", "resources: [../b]"),
            ("b/kustomization.yaml", "resources: [../a]")
        );
        Assert.StartsWith("b/kustomization.yaml:1:13: error HO0713: ", Only(tree), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_levels_of_folders_are_built()
    {
        var tree = new MemoryTree();
        for (var i = 0; i < 100; i++)
        {
            tree.Add($"f{i}/kustomization.yaml", $"resources: [../f{i + 1}]\nnamePrefix: p");
        }

        tree.Add("f100/kustomization.yaml", "resources: [a.yaml]");
        tree.Add("f100/a.yaml", Object);
        var result = Timed(() => KustomizeBuild.Run(tree, "f0"));
        Assert.Equal(new string('p', 100) + "a", Assert.Single(result.Resources).Name);
    }

    [Fact]
    public void Folders_that_double_with_every_level_end_in_a_finding()
    {
        var tree = new MemoryTree();
        for (var i = 0; i < 60; i++)
        {
            tree.Add($"l{i}/kustomization.yaml", "namePrefix: x\nresources: [a, b]");
            tree.Add($"l{i}/a/kustomization.yaml", $"resources: [../../l{i + 1}]");
            tree.Add($"l{i}/b/kustomization.yaml", $"resources: [../../l{i + 1}]");
        }

        tree.Add("l60/kustomization.yaml", "namePrefix: x");
        var result = Timed(() => KustomizeBuild.Run(tree, "l0"));
        Assert.EndsWith(
            "error HO1700: the build goes through more than 20000 folders\n"
                + "  a folder that others include twice is built twice, with all it includes",
            WithHint(Assert.Single(result.Diagnostics)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("resources: [PATH]")]
    [InlineData("components: [PATH]")]
    [InlineData("patches: [{path: PATH}]")]
    [InlineData("patchesStrategicMerge: [PATH]")]
    [InlineData("patchesJson6902: [{path: PATH, target: {version: v1, kind: ConfigMap, name: a}}]")]
    [InlineData("configMapGenerator: [{name: c, files: [k=PATH]}]")]
    [InlineData("secretGenerator: [{name: c, envs: [PATH]}]")]
    [InlineData("replacements: [{path: PATH}]")]
    [InlineData("configurations: [PATH]")]
    [InlineData("crds: [PATH]")]
    [InlineData("generators: [PATH]")]
    [InlineData("transformers: [PATH]")]
    [InlineData("validators: [PATH]")]
    [InlineData("openapi: {path: PATH}")]
    public void No_field_reads_what_is_outside(string field)
    {
        var parent = Directory.CreateTempSubdirectory("homeops-").FullName;
        try
        {
            File.WriteAllText(Path.Join(parent, "outside"), "SECRET: 1\n" + Object);
            var root = Directory.CreateDirectory(Path.Join(parent, "root")).FullName;
            File.CreateSymbolicLink(Path.Join(root, "link"), "../outside");
            foreach (var path in (string[])["../outside", "link", "x/../../outside", Path.Join(parent, "outside")])
            {
                File.WriteAllText(
                    Path.Join(root, "kustomization.yaml"),
                    "namePrefix: x\n" + field.Replace("PATH", path, StringComparison.Ordinal)
                );
                var result = KustomizeBuild.Run(new DiskTree(root), "");
                Assert.True(result.HasErrors, path);
                Assert.DoesNotContain(
                    "SECRET",
                    result.ToYaml() + string.Join('\n', result.Diagnostics),
                    StringComparison.Ordinal
                );
            }
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    [Fact]
    public void A_kustomization_that_is_a_link_out_is_not_read()
    {
        var parent = Directory.CreateTempSubdirectory("homeops-").FullName;
        try
        {
            File.WriteAllText(Path.Join(parent, "outside.yaml"), "namePrefix: SECRET");
            var root = Directory.CreateDirectory(Path.Join(parent, "root")).FullName;
            File.CreateSymbolicLink(Path.Join(root, "kustomization.yaml"), "../outside.yaml");
            var result = KustomizeBuild.Run(new DiskTree(root), "");
            Assert.True(result.HasErrors);
            Assert.DoesNotContain("SECRET", string.Join('\n', result.Diagnostics), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    [Fact]
    public void A_link_within_the_root_is_followed()
    {
        var root = Directory.CreateTempSubdirectory("homeops-").FullName;
        try
        {
            File.WriteAllText(Path.Join(root, "real.yaml"), Object);
            File.CreateSymbolicLink(Path.Join(root, "link.yaml"), "real.yaml");
            File.WriteAllText(Path.Join(root, "kustomization.yaml"), "resources: [link.yaml]");
            Assert.Equal("a", Assert.Single(KustomizeBuild.Run(new DiskTree(root), "").Resources).Name);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_built_or_refused()
    {
        var text =
            "resources: [a.yaml]\npatches:\n- patch: |\n    kind: ConfigMap\n    metadata: {name: \"a\"}\nimages: [{name: 'x', newTag: \"1\"}]\n";
        for (var length = 0; length <= text.Length; length++)
        {
            var cut = text[..length];
            _ = KustomizeBuild.Run(Tree(("kustomization.yaml", cut), ("a.yaml", Object)), "").ToYaml();
            _ = KustomizeBuild
                .Run(Tree(("kustomization.yaml", "resources: [a.yaml]"), ("a.yaml", Object + cut)), "")
                .ToYaml();
        }
    }

    [Fact]
    public void A_million_lines_take_seconds_at_most()
    {
        var lines = string.Concat(Enumerable.Repeat("0123456\n", 1_000_000));
        var tree = Tree(("kustomization.yaml", "configMapGenerator: [{name: c, files: [f]}]"), ("f", lines));
        Assert.True(Timed(() => KustomizeBuild.Run(tree, "").ToYaml()).Length > lines.Length);
    }

    [Fact]
    public void A_patch_of_a_long_keyed_list_is_linear()
    {
        var items = string.Join(
            ',',
            Enumerable.Range(0, 30_000).Select(static i => $"{{\"name\":\"e{i}\",\"value\":\"{i}\"}}")
        );
        var pod =
            $"{{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{{\"name\":\"p\"}},\"spec\":{{\"containers\":[{{\"name\":\"c\",\"env\":[{items}]}}]}}}}";
        var tree = Tree(("kustomization.yaml", "resources: [p.yaml]\npatches: [{path: p.yaml}]"), ("p.yaml", pod));
        Assert.False(Timed(() => KustomizeBuild.Run(tree, "")).HasErrors);
    }

    [Fact]
    public void A_patch_of_an_endless_list_with_two_keys_is_refused()
    {
        var ports = string.Join(
            ',',
            Enumerable.Range(0, 30_000).Select(static i => $"{{\"port\":{i},\"protocol\":\"TCP\"}}")
        );
        var service =
            $"{{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{{\"name\":\"s\"}},\"spec\":{{\"ports\":[{ports}]}}}}";
        var tree = Tree(("kustomization.yaml", "resources: [s.yaml]\npatches: [{path: s.yaml}]"), ("s.yaml", service));
        Assert.Equal(
            "s.yaml:1:1: error HO1702: a list that is merged by port and protocol has more than 1000 items\n"
                + "  patch a smaller list, or replace it with a JSON patch",
            WithHint(Assert.Single(Timed(() => KustomizeBuild.Run(tree, "")).Diagnostics))
        );
    }

    private static T Timed<T>(Func<T> build)
    {
        var begun = ThreadClock.Instance.GetTimestamp();
        var result = build();
        Assert.True(ThreadClock.Instance.GetElapsedTime(begun) < Limit);
        return result;
    }

    private static string Only(MemoryTree tree) => Assert.Single(KustomizeBuild.Run(tree, "").Diagnostics).ToString();

    private static MemoryTree Tree(params (string Path, string Text)[] files)
    {
        var tree = new MemoryTree();
        foreach (var (path, text) in files)
        {
            tree.Add(path, text);
        }

        return tree;
    }
}
