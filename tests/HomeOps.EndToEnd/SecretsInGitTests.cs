namespace HomeOps.EndToEnd;

/// <summary>What <c>secrets install-hooks</c> sets up, at work in git itself.</summary>
public sealed class SecretsInGitTests
{
    private const string Plain = "kind: Secret\nstringData:\n  a: one\n  b: two\n  c: three\n";

    [Fact]
    public void Two_branches_that_changed_different_values_merge_without_a_conflict()
    {
        using var folder = Repository();
        Git(folder, 0, "checkout", "-q", "-b", "other");
        Set(folder, "a", "theirs");
        Git(folder, 0, "commit", "-qam", "theirs");
        Git(folder, 0, "checkout", "-q", "main");
        Set(folder, "c", "ours");
        Git(folder, 0, "commit", "-qam", "ours");

        Git(folder, 0, "merge", "-q", "--no-edit", "other");

        Assert.Equal(
            Plain.Replace("one", "theirs", StringComparison.Ordinal).Replace("three", "ours", StringComparison.Ordinal),
            HomeOpsBinary.Run(folder.Path, "secrets", "decrypt", "a.sops.yaml").Expect(0).Output
        );
        Assert.Empty(Git(folder, 0, "status", "--porcelain").Output);
    }

    [Fact]
    public void Two_branches_that_changed_one_value_conflict_and_the_file_stays_sound()
    {
        using var folder = Repository();
        Git(folder, 0, "checkout", "-q", "-b", "other");
        Set(folder, "a", "theirs");
        Git(folder, 0, "commit", "-qam", "theirs");
        Git(folder, 0, "checkout", "-q", "main");
        Set(folder, "a", "ours");
        Git(folder, 0, "commit", "-qam", "ours");

        var merge = Git(folder, 1, "merge", "-q", "--no-edit", "other");

        Assert.Contains("HO0696: both sides changed 'stringData.a'", merge.Error, StringComparison.Ordinal);
        Assert.Equal("UU a.sops.yaml\n", Git(folder, 0, "status", "--porcelain").Output);
        Assert.Equal(
            Plain.Replace("one", "ours", StringComparison.Ordinal),
            HomeOpsBinary.Run(folder.Path, "secrets", "decrypt", "a.sops.yaml").Expect(0).Output
        );
    }

    [Fact]
    public void A_commit_with_plaintext_is_refused()
    {
        using var folder = Repository();
        folder.Write("b.sops.yaml", Plain);
        Git(folder, 0, "add", "b.sops.yaml");

        var refused = Git(folder, 1, "commit", "-qm", "plain");

        Assert.Contains("HO0680: 'b.sops.yaml' is not encrypted", refused.Error, StringComparison.Ordinal);
        HomeOpsBinary.Run(folder.Path, "secrets", "encrypt", "-i", "b.sops.yaml").Expect(0);
        Git(folder, 0, "add", "b.sops.yaml");
        Git(folder, 0, "commit", "-qm", "encrypted");
    }

    private static ScratchFolder Repository()
    {
        var folder = new ScratchFolder();
        Directory.CreateDirectory(folder["bin"]);
        File.CreateSymbolicLink(folder["bin/homeops"], HomeOpsBinary.Path);
        Git(folder, 0, "init", "-q", "-b", "main");
        Git(folder, 0, "config", "user.name", "me");
        Git(folder, 0, "config", "user.email", "me@example.com");
        HomeOpsBinary.Run(folder.Path, "secrets", "keygen", "--age-key", "classic", "-o", "age.key").Expect(0);
        var recipient = folder.Read("age.key").Split('\n')[1]["# public key: ".Length..];
        folder.Write(
            ".sops.yaml",
            $"creation_rules:\n  - path_regex: \\.sops\\.yaml$\n    age: {recipient}\nstores:\n  yaml:\n    indent: 2\n"
        );
        folder.Write(".gitignore", "age.key\nbin/\n");
        folder.Write("a.sops.yaml", Plain);
        HomeOpsBinary.Run(folder.Path, "secrets", "encrypt", "-i", "a.sops.yaml").Expect(0);
        HomeOpsBinary.Run(folder.Path, "secrets", "install-hooks").Expect(0);
        Git(folder, 0, "add", ".");
        Git(folder, 0, "commit", "-qm", "first");
        return folder;
    }

    private static void Set(ScratchFolder folder, string key, string value) =>
        HomeOpsBinary
            .Run(folder.Path, "secrets", "set", "a.sops.yaml", $"[\"stringData\"][\"{key}\"]", $"\"{value}\"")
            .Expect(0);

    // The hook and the driver call homeops by its name.
    private static Outcome Git(ScratchFolder folder, int expected, params string[] args) =>
        Program
            .Run(
                "git",
                folder.Path,
                args,
                environment: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["PATH"] = folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH"),
                }
            )
            .Expect(expected);
}
