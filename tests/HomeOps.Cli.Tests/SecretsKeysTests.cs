using HomeOps.Age;

namespace HomeOps.Cli.Tests;

public sealed class SecretsKeysTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n";

    [Fact]
    public void Rotating_changes_every_value_and_who_can_open_it()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = Line(world, "token:");
        var other = SecretsWorld.MakeKey(world, "other.key");

        Assert.Equal(0, world.Run("secrets", "rotate", "--in-place", "--add-age", other, "a.sops.yaml"));
        Assert.NotEqual(before, Line(world, "token:"));
        Assert.Equal(0, world.Run("secrets", "check", "--identity", "other.key", "a.sops.yaml") - 1);
        Assert.Contains("HO0682", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("HO0620", world.Error, StringComparison.Ordinal);

        Assert.Equal(0, world.Run("secrets", "rotate", "-i", "--rm-age", other, "a.sops.yaml"));
        Assert.DoesNotContain(other, world.Read("a.sops.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_can_be_the_last_to_go()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = world.Read("a.sops.yaml");
        var recipient = world.Read("age.key").Split('\n')[1][14..];

        Assert.Equal(1, world.Run("secrets", "rotate", "-i", "--rm-age", recipient, "a.sops.yaml"));

        Assert.Contains("HO0618", world.Error, StringComparison.Ordinal);
        Assert.Equal(before, world.Read("a.sops.yaml"));
    }

    [Fact]
    public void Keys_of_the_whole_repository_follow_the_rules_and_nothing_else_changes()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Write("deep/b.sops.yaml", Plain);
        world.Run("secrets", "encrypt", "-i", "deep/b.sops.yaml");
        world.Write("plain.yaml", "a: 1\n");
        var (token, mac) = (Line(world, "token:"), Line(world, "mac:"));
        var old = world.Read("age.key").Split('\n')[1][14..];
        var added = SecretsWorld.MakeKey(world, "new.key");
        SecretsWorld.WriteRule(world, old, added);

        Assert.Equal(0, world.Run("secrets", "updatekeys", "--dry-run"));
        Assert.Equal($"a.sops.yaml\n  + {added}\ndeep/b.sops.yaml\n  + {added}\n", world.Output);
        Assert.DoesNotContain(added, world.Read("a.sops.yaml"), StringComparison.Ordinal);

        Assert.Equal(1, world.Run("secrets", "updatekeys"));
        Assert.Contains("HO0695", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(added, world.Read("a.sops.yaml"), StringComparison.Ordinal);

        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes"));
        Assert.Equal((token, mac), (Line(world, "token:"), Line(world, "mac:")));
        Assert.Equal(0, world.Run("secrets", "check", "--identity", "new.key"));

        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes"));
        Assert.Equal("up to date\n", world.Output);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_leaves_all_as_they_are()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var before = world.Read("a.sops.yaml");
        world.Write("b.sops.yaml", before.Replace("mac: ENC[", "mac: END[", StringComparison.Ordinal));
        SecretsWorld.WriteRule(world, SecretsWorld.MakeKey(world, "new.key"));

        Assert.Equal(1, world.Run("secrets", "updatekeys", "--yes"));

        Assert.Equal(before, world.Read("a.sops.yaml"));
    }

    [Fact]
    public void Identities_may_come_from_a_command()
    {
        using var world = SecretsWorld.WithFile(Plain);
        Directory.CreateDirectory(world["keys"]);
        File.Move(world["age.key"], world["keys/age.key"]);
        world.Environment["SOPS_AGE_KEY_CMD"] = "cat keys/age.key";

        Assert.Equal(0, world.Run("secrets", "decrypt", "a.sops.yaml"));

        world.Environment["SOPS_AGE_KEY_CMD"] = "false";
        Assert.Equal(1, world.Run("secrets", "decrypt", "a.sops.yaml"));
        Assert.Contains("SOPS_AGE_KEY_CMD (unusable: the command failed)", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_for_identities_is_told_the_recipient()
    {
        using var world = SecretsWorld.WithFile(Plain);
        var recipient = world.Read("age.key").Split('\n')[1][14..];
        Directory.CreateDirectory(world["keys"]);
        File.Move(world["age.key"], world[$"keys/{recipient}"]);
        world.Environment["SOPS_AGE_KEY_CMD"] = "sh -c 'cat keys/$SOPS_AGE_RECIPIENT'";

        Assert.Equal(0, world.Run("secrets", "decrypt", "a.sops.yaml"));
    }

    [Fact]
    public void An_SSH_key_may_come_from_a_command()
    {
        using var world = SecretsWorld.WithFile(Plain);
        Directory.CreateDirectory(world["keys"]);
        var pair = SshKeyPair.Generate(System.Security.Cryptography.RandomNumberGenerator.Fill, "me@home");
        world.Write("keys/ssh", pair.PrivateText);
        SecretsWorld.WriteRule(world, $"'{pair.PublicLine}'");
        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes"));
        File.Delete(world["age.key"]);

        Assert.Equal(1, world.Run("secrets", "decrypt", "a.sops.yaml"));
        world.Environment["SOPS_AGE_SSH_PRIVATE_KEY_CMD"] = "cat keys/ssh";
        Assert.Equal(0, world.Run("secrets", "decrypt", "a.sops.yaml"));
    }

    private static string Line(TestWorld world, string key) =>
        world.Read("a.sops.yaml").Split('\n').Single(l => l.Contains(key, StringComparison.Ordinal));
}
