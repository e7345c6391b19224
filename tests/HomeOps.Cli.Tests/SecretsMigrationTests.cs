namespace HomeOps.Cli.Tests;

/// <summary>From an X25519 key to a post-quantum one: both, verified, then the new one alone. Each step can be broken off and done again.</summary>
public sealed class SecretsMigrationTests
{
    private const string Plain = "kind: Secret\nstringData:\n  token: not-a-real-token\n";

    [Fact]
    public void A_repository_moves_to_a_post_quantum_key_step_by_step()
    {
        using var world = SecretsWorld.WithFile(Plain);
        world.Write("b.sops.yaml", Plain);
        Assert.Equal(0, world.Run("secrets", "encrypt", "-i", "b.sops.yaml"));
        var token = Token(world);
        var old = world.Read("age.key").Split('\n')[1][14..];
        Assert.Equal(0, world.Run("secrets", "keygen", "--age-key", "post-quantum", "-o", "new.key"));
        var added = world.Read("new.key").Split('\n')[1][14..];

        // Both keys. A run that came as far as the first file is finished by the next.
        SecretsWorld.WriteRule(world, old, added);
        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes", "a.sops.yaml"));
        Assert.Equal(1, world.Run("secrets", "check", "--identity", "new.key"));
        Assert.Contains("HO0620", world.Error, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes"));
        Assert.StartsWith("b.sops.yaml\n", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes"));
        Assert.Equal("up to date\n", world.Output);

        // Verified: either key alone opens everything.
        Assert.Equal(0, world.Run("secrets", "check", "--identity", "new.key"));
        Assert.Equal(0, world.Run("secrets", "check", "--identity", "age.key"));

        // The new key alone; it takes the old one's place when the last file has moved.
        world.Environment["SOPS_AGE_KEY_FILE"] = "new.key";
        SecretsWorld.WriteRule(world, added);
        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes", "a.sops.yaml"));
        Assert.Equal(0, world.Run("secrets", "updatekeys", "--yes"));
        Assert.Equal(0, world.Run("secrets", "check", "--identity", "new.key"));
        Assert.Equal(1, world.Run("secrets", "check", "--identity", "age.key"));
        Assert.Equal(token, Token(world));
        world.Environment.Remove("SOPS_AGE_KEY_FILE");
        File.Move(world["new.key"], world["age.key"], overwrite: true);
        Assert.Equal(0, world.Run("secrets", "rotate", "-i", "a.sops.yaml"));
        Assert.NotEqual(token, Token(world));
        Assert.Equal(0, world.Run("secrets", "decrypt", "a.sops.yaml"));
    }

    private static string Token(TestWorld world) =>
        world.Read("a.sops.yaml").Split('\n').Single(static l => l.Contains("token:", StringComparison.Ordinal));
}
