using System.Diagnostics;
using System.Text;
using HomeOps.Files;
using HomeOps.Text;
using static HomeOps.Kustomize.Tests.TextTree;

namespace HomeOps.Kustomize.Tests;

public sealed class KustomizeBuildTests
{
    [Fact]
    public void A_folder_that_does_not_exist_is_named() =>
        Assert.Equal(
            "error HO0701: there is no folder 'gone'\n  name a folder that holds a kustomization.yaml",
            WithHint(Only(new MemoryTree(), "gone"))
        );

    [Fact]
    public void A_folder_outside_the_tree_is_refused() =>
        Assert.Equal("error HO0710: '../x' leads out of the tree", Only(new MemoryTree(), "../x").ToString());

    [Fact]
    public void Files_elsewhere_are_refused_when_only_the_own_folder_counts()
    {
        var tree = Tree(("a/kustomization.yaml", "resources: [../b.yaml]"), ("b.yaml", AnObject));
        Assert.False(KustomizeBuild.Run(tree, "a").HasErrors);
        Assert.Equal(
            "a/kustomization.yaml:1:13: error HO0711: 'b.yaml' is not in or below 'a'\n"
                + "  move the file there, or make its folder a kustomization of its own",
            WithHint(Only(tree, "a", new KustomizeOptions { IsRootOnly = true }))
        );
    }

    [Fact]
    public void An_env_file_must_be_UTF8()
    {
        var tree = Tree(("kustomization.yaml", "configMapGenerator: [{name: c, envs: [e]}]"));
        tree.Add(new MemoryFile("e", [0x41, 0x3d, 0xff]));
        Assert.Equal("kustomization.yaml:1:39: error HO0762: 'e' is no UTF-8", Only(tree, "").ToString());
    }

    [Fact]
    public void A_binary_file_goes_to_binaryData()
    {
        var tree = Tree(
            (
                "kustomization.yaml",
                "configMapGenerator: [{name: c, files: [e], options: {disableNameSuffixHash: true}}]"
            )
        );
        tree.Add(new MemoryFile("e", [0x41, 0xff]));
        Assert.Equal(
            "apiVersion: v1\nbinaryData:\n  e: Qf8=\nkind: ConfigMap\nmetadata:\n  name: c\n",
            KustomizeBuild.Run(tree, "").ToYaml()
        );
    }

    [Fact]
    public void A_generated_text_holds_no_control_characters()
    {
        var tree = Tree(("kustomization.yaml", "configMapGenerator: [{name: c, files: [e]}]"), ("e", "a\u0080"));
        Assert.Equal(
            "kustomization.yaml:1:22: error HO0739: the text holds the control character U+0080",
            Only(tree, "").ToString()
        );
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named() =>
        Assert.Equal(
            "kustomization.yaml:1:13: error HO0709: 'a.yaml' cannot be read: disk on fire",
            Only(new FaultyTree(), "").ToString()
        );

    [Fact]
    public void A_file_that_belongs_to_another_is_named_once() =>
        Assert.Equal(
            "kustomization.yaml:1:13: error HO0709: 'a.yaml' cannot be read: permission denied",
            Only(
                    new FaultyTree(
                        failure: new IOException("'a.yaml' cannot be read", new UnauthorizedAccessException())
                    ),
                    ""
                )
                .ToString()
        );

    [Fact]
    public void A_socket_is_no_resource() =>
        Assert.Equal(
            "kustomization.yaml:1:13: error HO0708: 'socket' is neither a file nor a folder, or a link that leads out of the tree",
            Only(new FaultyTree("socket"), "").ToString()
        );

    [Theory]
    [InlineData("resources: [pipe]", 13)]
    [InlineData("configMapGenerator: [{name: c, files: [pipe]}]", 40)]
    [InlineData("secretGenerator: [{name: c, envs: [pipe]}]", 36)]
    public void A_pipe_is_not_read(string kustomization, int column)
    {
        var folder = Directory.CreateTempSubdirectory("homeops-").FullName;
        using (var made = Process.Start("mkfifo", [Path.Join(folder, "pipe")]))
        {
            made.WaitForExit();
        }

        File.WriteAllText(Path.Join(folder, "kustomization.yaml"), kustomization);
        Assert.Equal(
            $"kustomization.yaml:1:{column}: error HO0708: 'pipe' is neither a file nor a folder, or a link that leads out of the tree",
            Only(new DiskTree(folder), "").ToString()
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_chain_of_200_folders_ends()
    {
        var tree = new MemoryTree();
        for (var i = 0; i < 300; i++)
        {
            tree.Add($"f{i}/kustomization.yaml", $"resources: [../f{i + 1}]");
        }

        Assert.Equal(
            "f200/kustomization.yaml:1:13: error HO0714: 'f201' is reached through more than 200 kustomizations",
            Only(tree, "f0").ToString()
        );
    }

    [Fact]
    public void The_order_of_the_command_is_by_kind()
    {
        var tree = Tree(
            ("kustomization.yaml", "resources: [a.yaml]"),
            ("a.yaml", AnObject + "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n")
        );
        Assert.Equal(["a", "n"], Names(KustomizeBuild.Run(tree, "")));
        Assert.Equal(
            ["n", "a"],
            Names(KustomizeBuild.Run(tree, "", new KustomizeOptions { Order = KustomizeOrder.Legacy }))
        );
    }

    [Fact]
    public void An_object_knows_where_it_came_from()
    {
        var tree = Tree(
            ("kustomization.yaml", "resources: [a.yaml]\nnamespace: ns\nbuildMetadata: [managedByLabel]"),
            ("a.yaml", "# first\n" + AnObject)
        );
        var resource = Assert.Single(KustomizeBuild.Run(tree, "").Resources);
        Assert.Equal("a.yaml:2:1", resource.At.ToString());
        Assert.Equal(
            ("v1", "ConfigMap", "ns", "a"),
            (resource.ApiVersion, resource.Kind, resource.Namespace, resource.Name)
        );
        Assert.Equal("kustomize-v5.8.1", resource.Label("app.kubernetes.io/managed-by"));
        Assert.Null(resource.Annotation("none"));
        Assert.Equal("v1 ConfigMap ns/a", resource.ToString());
        Assert.StartsWith("apiVersion: v1\nkind: ConfigMap\n", resource.ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_over_16_MiB_is_refused()
    {
        var tree = Tree(("kustomization.yaml", "resources: [a.yaml]"), ("a.yaml", new string('#', 17 << 20)));
        Assert.Equal(
            "kustomization.yaml:1:13: error HO0799: 'a.yaml' is larger than 16 MiB\n"
                + "  split it; the API server takes no object of this size",
            WithHint(Only(tree, ""))
        );
    }

    [Theory]
    [InlineData(
        "a.yaml",
        "resources: [a.yaml]",
        "a.yaml:6:8: error HO1709: 'a.yaml' is not UTF-8 text: no character begins with the byte 0xff"
    )]
    [InlineData(
        "kustomization.yaml",
        "",
        "kustomization.yaml:6:8: error HO1709: 'kustomization.yaml' is not UTF-8 text: no character begins with the byte 0xff"
    )]
    public void A_text_that_is_not_UTF8_is_refused(string file, string kustomization, string expected)
    {
        var tree = Tree(("kustomization.yaml", kustomization));
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ä\ndata:\n  a: ö…"),
            0xff,
            0xfe,
        ];
        tree.Add(new MemoryFile(file, bytes));

        Assert.Equal(
            $"{expected}\n  save the file as UTF-8; what is no text goes into a ConfigMap by its generator's 'files'",
            WithHint(Only(tree, ""))
        );
    }

    [Fact]
    public void A_million_lines_are_carried_through()
    {
        var lines = string.Concat(Enumerable.Repeat("0123456\n", 1_000_000));
        var tree = Tree(
            (
                "kustomization.yaml",
                "configMapGenerator: [{name: c, files: [f], options: {disableNameSuffixHash: true}}]"
            ),
            ("f", lines)
        );
        var text = KustomizeBuild.Run(tree, "").ToYaml();
        Assert.Equal(1_000_000, text.AsSpan().Count("\n    0123456"));
    }

    [Fact]
    public void Deep_nesting_is_refused_or_built()
    {
        var deep = AnObject + "d: " + new string('[', 5000) + new string(']', 5000);
        Assert.Equal("HO0212", Only(Tree(("kustomization.yaml", "resources: [a.yaml]"), ("a.yaml", deep)), "").Code);
        var fine = AnObject + "d: " + new string('[', 500) + "x" + new string(']', 500);
        Assert.False(
            KustomizeBuild.Run(Tree(("kustomization.yaml", "resources: [a.yaml]"), ("a.yaml", fine)), "").HasErrors
        );
    }

    private static IEnumerable<string> Names(KustomizeResult result) => result.Resources.Select(static r => r.Name);

    private static Diagnostic Only(FileTree tree, string folder, KustomizeOptions? options = null) =>
        Assert.Single(KustomizeBuild.Run(tree, folder, options).Diagnostics);

    private static string WithHint(Diagnostic finding) => $"{finding}\n  {finding.Hint}";

    private sealed class FaultyTree(string resource = "a.yaml", IOException? failure = null) : FileTree
    {
        public override string Root => "";

        public override FileEntry? Find(string path) =>
            path switch
            {
                "" => Entry(path, EntryKind.Folder),
                "kustomization.yaml" or "a.yaml" => Entry(path, EntryKind.File),
                "socket" => Entry(path, EntryKind.Other),
                _ => null,
            };

        public override IReadOnlyList<FileEntry> List(string folder) => [];

        public override byte[] Read(string path) =>
            path == "kustomization.yaml"
                ? Encoding.UTF8.GetBytes($"resources: [{resource}]")
                : throw failure ?? new IOException("disk on fire");

        private static FileEntry Entry(string path, EntryKind kind) =>
            new(path, kind, IsLink: false, UnixFileMode.UserRead, DateTimeOffset.UnixEpoch);
    }
}
