namespace HomeOps.Cli.Tests;

/// <summary>Options that people know from sops.</summary>
public sealed class SecretsOptionsTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n  list:\n    - a\n";

    [Theory]
    [InlineData("--encrypted-regex", "^token$", "token")]
    [InlineData("--encrypted-suffix", "ken", "token")]
    [InlineData("--unencrypted-regex", "^(kind|list)$", "token")]
    [InlineData("--unencrypted-suffix", "list", "kind token")]
    [InlineData("--encrypted-comment-regex", "nothing", "")]
    [InlineData("--unencrypted-comment-regex", "nothing", "kind token list")]
    public void What_is_encrypted_may_be_said_on_the_command_line(string option, string value, string encrypted)
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);

        Assert.Equal(0, world.Run("secrets", "encrypt", "-i", option, value, "--mac-only-encrypted", "a.sops.yaml"));

        var text = world.Read("a.sops.yaml");
        var keys = encrypted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(keys.Contains("kind"), !text.Contains("kind: Secret\n", StringComparison.Ordinal));
        Assert.Equal(keys.Contains("token"), !text.Contains("token: not-a-real-token\n", StringComparison.Ordinal));
        Assert.Equal(keys.Contains("list"), !text.Contains("- a\n", StringComparison.Ordinal));
        Assert.Contains($"  {option[2..].Replace('-', '_')}: {value}\n", text, StringComparison.Ordinal);
        Assert.Contains("  mac_only_encrypted: true\n", text, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("secrets", "decrypt", "a.sops.yaml"));
        Assert.Equal(Plain, System.Text.Encoding.UTF8.GetString(world.OutputBytes));
    }

    [Theory]
    [InlineData("--encrypted-suffix and --encrypted-regex cannot be used together", "--encrypted-suffix", "a")]
    [InlineData("--unencrypted-regex: error parsing regexp: missing closing ]: `[a`", "--unencrypted-regex", "[a")]
    public void Selectors_that_cannot_be_used_are_wrong_usage(string message, string option, string value)
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);
        string[] first = option == "--encrypted-suffix" ? ["--encrypted-regex", "a"] : [];

        Assert.Equal(2, world.Run(["secrets", "encrypt", "-i", .. first, option, value, "a.sops.yaml"]));

        Assert.Contains(message, world.Error, StringComparison.Ordinal);
        Assert.Equal(Plain, world.Read("a.sops.yaml"));
    }

    [Fact]
    public void The_indentation_may_be_said_on_the_command_line()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);

        Assert.Equal(0, world.Run("secrets", "encrypt", "-i", "--indent", "4", "a.sops.yaml"));
        Assert.Contains("\n    list:\n        - ENC[", world.Read("a.sops.yaml"), StringComparison.Ordinal);
        Assert.Equal(0, world.Run("secrets", "decrypt", "--indent", "3", "a.sops.yaml"));
        Assert.Equal(
            "kind: Secret\nstringData:\n   token: not-a-real-token\n   list:\n      - a\n",
            System.Text.Encoding.UTF8.GetString(world.OutputBytes)
        );
        Assert.Equal(0, world.Run("secrets", "decrypt", "--output-type", "json", "--indent", "1", "a.sops.yaml"));
        Assert.Contains(
            "\n \"stringData\": {\n  \"token\"",
            System.Text.Encoding.UTF8.GetString(world.OutputBytes),
            StringComparison.Ordinal
        );
        Assert.Equal(2, world.Run("secrets", "decrypt", "--indent", "-1", "a.sops.yaml"));
    }

    [Theory]
    [InlineData("exec-env", "--background", "HO0697")]
    [InlineData("exec-env", "--same-process", "HO0697")]
    [InlineData("exec-env", "--user", "HO0698")]
    [InlineData("exec-file", "--background", "HO0697")]
    [InlineData("exec-file", "--user", "HO0698")]
    public void Options_that_are_not_here_say_why_and_run_nothing(string command, string option, string code)
    {
        using var world = SecretsWorld.WithFile("DATA=x\n", "a.sops.env");
        string[] value = option == "--user" ? ["nobody"] : [];

        Assert.Equal(1, world.Run(["secrets", command, option, .. value, "a.sops.env", "touch ran"]));

        Assert.Contains($"error {code}: {option} is not supported", world.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(world["ran"]));
    }

    [Fact]
    public void Updatekeys_takes_a_type_for_a_file_whose_ending_does_not_say_it()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);
        Assert.Equal(0, world.Run("secrets", "encrypt", "-i", "a.sops.yaml"));
        File.Move(world["a.sops.yaml"], world["secret.txt"]);
        var added = SecretsWorld.MakeKey(world, "new.key");
        world.Write(".sops.yaml", $"creation_rules:\n  - age: {added}\n");

        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes", "--input-type", "yaml", "secret.txt"));

        Assert.Contains(added, world.Read("secret.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_variables_of_sops_name_configuration_and_recipients()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);
        var other = SecretsWorld.MakeKey(world, "other.key");
        world.Write("elsewhere.yaml", $"creation_rules:\n  - path_regex: nothing\n    age: {other}\n");

        // A configuration that is there and has no rule for the file is an error, whoever the recipients are.
        world.Environment["SOPS_CONFIG"] = "elsewhere.yaml";
        world.Environment["SOPS_AGE_RECIPIENTS"] = other;
        Assert.Equal(1, world.Run("secrets", "encrypt", "a.sops.yaml"));
        Assert.Contains("error HO0653: no creation rule covers a.sops.yaml", world.Error, StringComparison.Ordinal);

        Assert.Equal(0, world.Run("secrets", "encrypt", "--config", ".sops.yaml", "--output", "b.yaml", "a.sops.yaml"));
        Assert.Contains(other, world.Read("b.yaml"), StringComparison.Ordinal);
        Assert.Contains("encrypted_regex", world.Read("b.yaml"), StringComparison.Ordinal);

        world.Environment.Remove("SOPS_CONFIG");
        File.Delete(world[".sops.yaml"]);
        Assert.Equal(0, world.Run("secrets", "encrypt", "--output", "c.yaml", "a.sops.yaml"));
        Assert.Contains(other, world.Read("c.yaml"), StringComparison.Ordinal);
        Assert.Contains("unencrypted_suffix: _unencrypted", world.Read("c.yaml"), StringComparison.Ordinal);
    }
}
