using System.Text;
using System.Text.Json;

namespace HomeOps.Cli.Tests;

public sealed class SecretsCommandTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n";

    [Fact]
    public void A_file_is_encrypted_by_its_rule_and_opens_again()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);

        Assert.Equal(0, world.Run("secrets", "encrypt", "--in-place", "a.sops.yaml"));
        Assert.Contains("token: ENC[", world.Read("a.sops.yaml"), StringComparison.Ordinal);
        Assert.StartsWith("kind: Secret\n", world.Read("a.sops.yaml"), StringComparison.Ordinal);

        Assert.Equal(0, world.Run("secrets", "decrypt", "a.sops.yaml"));
        Assert.Equal(Plain, Encoding.UTF8.GetString(world.OutputBytes));
    }

    [Fact]
    public void Standard_input_takes_the_rule_of_the_name_it_is_given()
    {
        using var world = SecretsWorld.WithRule();
        world.Input = Encoding.UTF8.GetBytes(Plain);

        Assert.Equal(0, world.Run("secrets", "encrypt", "--filename-override", "folder/a.sops.yaml"));
        Assert.Contains("token: ENC[", Encoding.UTF8.GetString(world.OutputBytes), StringComparison.Ordinal);

        world.Input = Encoding.UTF8.GetBytes(Plain);
        Assert.NotEqual(0, world.Run("secrets", "encrypt"));
        Assert.Contains(
            "error HO0005: standard input has no name to choose a rule and a format by\n  = hint: say which file it will become: --filename-override NAME\n",
            world.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Several_files_are_encrypted_in_place_and_one_that_fails_does_not_hinder_the_others()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);
        world.Write("b.sops.yaml", "broken: [\n");
        world.Write("c.sops.yaml", Plain);

        Assert.Equal(1, world.Run("secrets", "encrypt", "-i", "a.sops.yaml", "b.sops.yaml", "c.sops.yaml"));

        Assert.Contains("token: ENC[", world.Read("a.sops.yaml"), StringComparison.Ordinal);
        Assert.Equal("broken: [\n", world.Read("b.sops.yaml"));
        Assert.Contains("token: ENC[", world.Read("c.sops.yaml"), StringComparison.Ordinal);
        Assert.Equal(2, world.Run("secrets", "encrypt", "a.sops.yaml", "c.sops.yaml"));
    }

    [Fact]
    public void An_encrypted_file_is_refused_and_stays()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);
        world.Run("secrets", "encrypt", "-i", "a.sops.yaml");
        var encrypted = world.Read("a.sops.yaml");

        Assert.Equal(1, world.Run("secrets", "encrypt", "-i", "a.sops.yaml"));
        Assert.Equal(encrypted, world.Read("a.sops.yaml"));
    }

    [Fact]
    public void Without_configuration_and_recipients_the_hint_says_what_to_do()
    {
        using var world = new TestWorld();
        world.Write("a.sops.yaml", Plain);

        Assert.Equal(1, world.Run("secrets", "encrypt", "a.sops.yaml"));
        Assert.Equal(
            "error HO0006: nothing says for whom 'a.sops.yaml' is to be encrypted\n"
                + "  = hint: make a .sops.yaml in this folder or above it, or name recipients with --age\n",
            world.Error
        );
    }

    [Fact]
    public void Without_configuration_the_status_of_a_repository_cannot_be_told()
    {
        using var world = new TestWorld();

        Assert.Equal(1, world.Run("secrets", "status"));
        Assert.Equal(
            "error HO0006: nothing says which files are to be encrypted, and for whom\n"
                + "  = hint: make a .sops.yaml in this folder or above it\n",
            world.Error
        );
        Assert.Equal(1, world.Run("secrets", "rules", "a.sops.yaml"));
        Assert.Equal(
            "error HO0006: nothing says for whom 'a.sops.yaml' is to be encrypted\n"
                + "  = hint: make a .sops.yaml in this folder or above it\n",
            world.Error
        );
        Assert.Equal(1, world.Run("secrets", "status", "--output", "json"));
        Assert.Contains("\"code\": \"HO0006\"", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_cannot_be_used_is_reported_once()
    {
        using var world = new TestWorld();
        world.Write("a.sops.yaml", Plain);
        world.Write(".sops.yaml", "creation_rules:\n  - path_regex: a\n");

        Assert.Equal(1, world.Run("secrets", "encrypt", "a.sops.yaml"));
        Assert.Equal(
            """
            error HO0656: the creation rule names no key to encrypt to
              --> .sops.yaml:2:5
               |
             2 |   - path_regex: a
               |     ^^^^^^^^^^^^^
               = hint: give it at least one age recipient

            """,
            world.Error
        );
    }

    [Fact]
    public void Status_tells_encrypted_files_from_plain_ones()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);
        world.Write("b.sops.yaml", Plain);
        world.Run("secrets", "encrypt", "-i", "a.sops.yaml");

        Assert.Equal(0, world.Run("secrets", "status", "a.sops.yaml"));
        Assert.StartsWith("a.sops.yaml: encrypted for age1", world.Output, StringComparison.Ordinal);
        Assert.Equal(1, world.Run("secrets", "status", "a.sops.yaml", "b.sops.yaml"));
        Assert.Equal(
            "error HO0007: 'b.sops.yaml' is not encrypted\n  --> b.sops.yaml\n  = hint: encrypt it with `homeops secrets encrypt --in-place b.sops.yaml`\n",
            world.Error
        );
        Assert.Equal(1, world.Run("secrets", "status", "a.sops.yaml", "b.sops.yaml", "--output", "json"));
        using var report = JsonDocument.Parse(world.Output);
        Assert.Equal(2, report.RootElement.GetProperty("files").GetArrayLength());
        Assert.Equal("HO0007", report.RootElement.GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Without_files_status_looks_at_everything_a_rule_covers()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("folder/a.sops.yaml", Plain);
        world.Write("folder/plain.yaml", Plain);
        world.Write("node_modules/b.sops.yaml", Plain);
        world.Write(".homeops/c.sops.yaml", Plain);

        Assert.Equal(1, world.Run("secrets", "status"));
        Assert.Contains("'folder/a.sops.yaml' is not encrypted", world.Error, StringComparison.Ordinal);
        Assert.Single(world.Error.Split("HO0007")[1..]);
        Assert.Equal(0, world.Run("secrets", "encrypt", "-i", "folder/a.sops.yaml"));
        Assert.Equal(0, world.Run("secrets", "status"));
        Assert.StartsWith("folder/a.sops.yaml: encrypted", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_without_a_key_opens_a_file_and_what_is_missing_is_said()
    {
        using var world = SecretsWorld.WithRule();
        world.Write("a.sops.yaml", Plain);
        world.Run("secrets", "encrypt", "-i", "a.sops.yaml");
        File.Delete(world["age.key"]);

        Assert.Equal(1, world.Run("secrets", "decrypt", "a.sops.yaml"));
        Assert.Contains("no age identity was found at all", world.Error, StringComparison.Ordinal);
        Assert.Empty(world.OutputBytes);
    }
}
