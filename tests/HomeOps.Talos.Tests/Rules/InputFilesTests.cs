using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Talos.Tests.Rules;

/// <summary>Files that are missing, encrypted or no maps.</summary>
public sealed class InputFilesTests
{
    [Fact]
    public void A_folder_without_talconfig_is_reported() =>
        Expect(
            new MemoryTree(),
            withSecrets: true,
            "HO0830: there is no talconfig.yaml",
            "run 'homeops configure' first, or name the folder it is in"
        );

    [Fact]
    public void A_list_is_no_talconfig() =>
        Expect(
            Tree(("talconfig.yaml", "- a")),
            withSecrets: true,
            "HO0831: talconfig.yaml is not one map",
            "it is one document with keys, such as 'clusterName:'"
        );

    [Fact]
    public void An_env_file_is_read_line_by_line() =>
        Expect(
            Tree(("talenv.yaml", "a: b\nnonsense\n"), ("talconfig.yaml", Workbench.Talconfig())),
            withSecrets: true,
            "HO0834: line 2 is not of the form 'KEY=value' or 'KEY: value'",
            "write one variable on each line; comments begin with '#'"
        );

    [Fact]
    public void Secrets_must_be_there() =>
        Expect(
            Tree(("talconfig.yaml", Workbench.Talconfig())),
            withSecrets: false,
            "HO0840: there is no talsecret file",
            "make one with 'homeops talos gensecret'"
        );

    [Fact]
    public void An_encrypted_file_needs_a_key() =>
        Expect(
            Tree(
                ("talconfig.yaml", Workbench.Talconfig()),
                ("talsecret.sops.yaml", "cluster: x\nsops:\n  version: 3.13.0\n")
            ),
            withSecrets: false,
            "HO0837: the file is encrypted and there is no key",
            "put age.key in the repository's root or set SOPS_AGE_KEY_FILE"
        );

    [Fact]
    public void The_last_secrets_file_counts()
    {
        var tree = Tree(
            ("talconfig.yaml", Workbench.Talconfig()),
            ("talsecret.yaml", "broken"),
            ("talsecret.sops.yaml", Workbench.Secrets.ToYaml(Yaml.YamlProfile.Talhelper))
        );
        Assert.Empty(GenConfig.Run(Workbench.Input(tree) with { Secrets = null }).Diagnostics);
    }

    [Fact]
    public void A_node_that_is_not_there_is_reported()
    {
        var result = Workbench.Run(Workbench.Talconfig(), new GenConfigOptions { Node = "nas" });
        Assert.Equal("there is no node with the name or address 'nas'", Assert.Single(result.Diagnostics).Message);
        Assert.Equal("HO0841", Assert.Single(result.Diagnostics).Code);
    }

    private static MemoryTree Tree(params (string Path, string Text)[] files)
    {
        var tree = new MemoryTree();
        foreach (var (path, text) in files)
        {
            tree.Add("talos/" + path, text);
        }

        return tree;
    }

    private static void Expect(MemoryTree tree, bool withSecrets, string finding, string? hint)
    {
        var input = Workbench.Input(tree);
        var diagnostic = Assert.Single(GenConfig.Run(withSecrets ? input : input with { Secrets = null }).Diagnostics);
        Assert.Equal(finding, $"{diagnostic.Code}: {diagnostic.Message}");
        Assert.Equal(hint, diagnostic.Hint);
        Assert.Equal(Severity.Error, diagnostic.Severity);
    }
}
