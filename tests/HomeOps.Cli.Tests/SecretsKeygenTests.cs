using HomeOps.Files;

namespace HomeOps.Cli.Tests;

public sealed class SecretsKeygenTests
{
    [Theory]
    [InlineData("classic", "age1", "AGE-SECRET-KEY-1")]
    [InlineData("post-quantum", "age1pq1", "AGE-SECRET-KEY-PQ-1")]
    public void A_key_goes_to_a_new_private_file_and_its_recipient_is_said(string kind, string recipient, string secret)
    {
        using var world = new TestWorld();

        Assert.Equal(0, world.Run("secrets", "keygen", "--age-key", kind, "-o", "age.key"));

        var lines = world.Read("age.key").Split('\n');
        Assert.Equal("# created: 2026-01-02T03:04:05Z", lines[0]);
        Assert.StartsWith("# public key: " + recipient, lines[1], StringComparison.Ordinal);
        Assert.StartsWith(secret, lines[2], StringComparison.Ordinal);
        Assert.Equal(lines[1].Replace("# public key", "Public key", StringComparison.Ordinal) + "\n", world.Error);
        Assert.Equal(MemoryFile.PrivateMode, File.GetUnixFileMode(world["age.key"]));
    }

    [Fact]
    public void A_key_file_is_never_replaced()
    {
        using var world = new TestWorld();
        world.Write("age.key", "mine");

        Assert.Equal(1, world.Run("secrets", "keygen", "-o", "age.key"));

        Assert.Equal("mine", world.Read("age.key"));
    }

    [Fact]
    public void An_unknown_kind_of_key_is_a_usage_error()
    {
        using var world = new TestWorld();

        Assert.Equal(2, world.Run("secrets", "keygen", "--age-key", "rsa"));
        Assert.Equal(
            "error HO0001: 'rsa' is no kind of age key: it is post-quantum or classic\n  = hint: see 'homeops secrets keygen --help'\n",
            world.Error
        );
    }
}
