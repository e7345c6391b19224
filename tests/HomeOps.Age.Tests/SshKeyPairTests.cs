using System.Text;

namespace HomeOps.Age.Tests;

public sealed class SshKeyPairTests
{
    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("flux@home")]
    [InlineData("a longer comment, with blanks: äöü")]
    public void A_pair_is_read_back_from_its_private_key(string comment)
    {
        var pair = SshKeyPair.Generate(new TestRandom(6).Fill, comment);

        using var identity = Assert.Single(
            AgeIdentityFile.Parse(Encoding.UTF8.GetBytes(pair.PrivateText), "deploy.key")
        );

        Assert.Equal($"{identity.Recipient} {comment}".TrimEnd(), pair.PublicLine);
        Assert.StartsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n", pair.PrivateText, StringComparison.Ordinal);
        Assert.EndsWith("\n-----END OPENSSH PRIVATE KEY-----\n", pair.PrivateText, StringComparison.Ordinal);
        Assert.All(pair.PrivateText.Split('\n'), static l => Assert.InRange(l.Length, 0, 70));
    }

    [Fact]
    public void The_private_key_is_the_one_that_ssh_keygen_writes_for_the_same_seed()
    {
        // The check number and the seed of the key that ssh-keygen made, taken from its file.
        var text = TestKeys.CaseText("test-only-ed25519");
        var file = Convert.FromBase64String(string.Concat(text.Split('\n')[1..^2]));
        var secret = file.AsSpan(file.AsSpan().LastIndexOf("ssh-ed25519"u8) - 12);
        var parts = new Queue<byte[]>([secret[63..95].ToArray(), secret[..4].ToArray()]);

        var pair = SshKeyPair.Generate(bytes => parts.Dequeue().CopyTo(bytes), "test only");

        Assert.Equal(text, pair.PrivateText);
        Assert.Equal(TestKeys.CaseText("test-only-ed25519.pub"), pair.PublicLine + "\n");
    }

    [Fact]
    public void A_comment_of_two_lines_is_refused() =>
        Assert.Throws<ArgumentException>(() => SshKeyPair.Generate(new TestRandom().Fill, "a\nssh-rsa AAAA"));
}
