using System.Text.Json;

namespace HomeOps.Cli.Tests;

public sealed class SecretsCheckTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n";

    [Theory]
    [InlineData("check", "b.sops.yaml")]
    [InlineData("encrypt", "-i", "b.sops.yaml")]
    public void A_damaged_SOPS_file_is_not_taken_for_plaintext(params string[] command)
    {
        using var world = SecretsWorld.WithFile("kind: Secret\nstringData:\n  token: not-a-real-token\n");
        world.Write(
            "b.sops.yaml",
            world.Read("a.sops.yaml").Replace("token: ENC", "token: [ENC", StringComparison.Ordinal)
        );

        Assert.Equal(1, world.Run(["secrets", .. command]));

        Assert.Contains(
            "error HO0619: this SOPS file was damaged: it is no valid YAML here any more (HO0221)",
            world.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_sound_repository_has_no_findings()
    {
        using var world = SecretsWorld.WithFile(Plain);

        Assert.Equal(0, world.Run("secrets", "check"));
        Assert.Equal("1 file with secrets, 0 findings\n", world.Output);
    }

    [Fact]
    public void Plain_files_are_found_and_their_values_not_shown()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Write("b.sops.yaml", Plain);
        world.Write("templates/c.sops.yaml.j2", Plain);

        Assert.Equal(1, world.Run("secrets", "check", "--output", "json"));
        using var report = JsonDocument.Parse(world.Output);
        var finding = Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray().ToList());
        Assert.Equal("HO0680", finding.GetProperty("code").GetString());
        Assert.Equal("b.sops.yaml", finding.GetProperty("file").GetString());
        Assert.Equal(2, report.RootElement.GetProperty("files").GetInt32());

        Assert.Equal(1, world.Run("secrets", "check", "b.sops.yaml"));
        Assert.DoesNotContain("not-a-real-token", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_added_by_hand_is_found()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Write(
            "a.sops.yaml",
            world
                .Read("a.sops.yaml")
                .Replace("stringData:\n", "stringData:\n  added: by-hand\n", StringComparison.Ordinal)
        );

        Assert.Equal(1, world.Run("secrets", "check"));
        Assert.Contains(
            "error HO0681: the value of 'stringData.added' is plain",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("by-hand", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_of_a_file_is_explained()
    {
        using var world = SecretsWorld.WithRule();
        var recipient = world.Read("age.key").Split('\n')[1][14..];
        world.Write(
            ".sops.yaml",
            $"creation_rules:\n  - path_regex: ^talos/\n    age: {recipient}\n  - path_regex: \\.sops\\.yaml$\n    mac_only_encrypted: true\n    age: {recipient}\n"
        );

        Assert.Equal(0, world.Run("secrets", "rules", "kubernetes/a.sops.yaml"));
        Assert.Equal(
            "kubernetes/a.sops.yaml is matched with\n"
                + "  rule 1 (.sops.yaml:2:5): path_regex ^talos/: does not\n"
                + "  rule 2 (.sops.yaml:4:5): path_regex \\.sops\\.yaml$: covers it\n"
                + "encrypted: all but what is below keys that end in '_unencrypted'\n"
                + "MAC over: encrypted values only\n"
                + $"recipient: {recipient}\n",
            world.Output
        );
        Assert.Equal(0, world.Run("secrets", "rules", "talos/a.yaml", "--output", "json"));
        using var report = JsonDocument.Parse(world.Output);
        Assert.True(report.RootElement.GetProperty("rules")[0].GetProperty("covers").GetBoolean());
        Assert.Equal(1, world.Run("secrets", "rules", "README.md"));
        Assert.Contains("HO0653", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_rule_key_that_covers_everything_is_said()
    {
        using var world = SecretsWorld.WithRule();
        world.Write(
            ".sops.yaml",
            world.Read(".sops.yaml").Replace("path_regex", "path_regexp", StringComparison.Ordinal)
        );

        Assert.Equal(0, world.Run("secrets", "check"));
        Assert.Contains("so it is ignored and the rule covers every file", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_names_places_and_types_and_no_values()
    {
        using var world = SecretsWorld.WithFile("stringData:\n  a: one-secret\n  b: two-secret\n  c: same\n");
        File.Copy(world["a.sops.yaml"], world["old.sops.yaml"]);
        world.Run("secrets", "set", "a.sops.yaml", "[\"stringData\"][\"a\"]", "5");
        world.Run("secrets", "unset", "a.sops.yaml", "[\"stringData\"][\"b\"]");
        world.Run("secrets", "set", "a.sops.yaml", "[\"stringData\"][\"d\"]", "[\"new-secret\"]");

        Assert.Equal(3, world.Run("secrets", "diff", "--exit-code", "old.sops.yaml", "a.sops.yaml"));
        Assert.Equal("~ stringData.a (string → int)\n- stringData.b (string)\n+ stringData.d (list)\n", world.Output);
        Assert.Equal(0, world.Run("secrets", "diff", "--output", "json", "old.sops.yaml", "a.sops.yaml"));
        using var report = JsonDocument.Parse(world.Output);
        Assert.Equal(3, report.RootElement.GetProperty("changes").GetArrayLength());
        Assert.Equal(0, world.Run("secrets", "diff", "--exit-code", "a.sops.yaml", "a.sops.yaml"));
    }
}
