using HomeOps.Text;

namespace HomeOps.Age.Tests;

public sealed class AgeKeygenTests
{
    [Fact]
    public void An_identity_file_has_the_three_lines_of_age_keygen()
    {
        using var identity = AgeKeygen.Generate(postQuantum: false, ZeroToThirtyOne);
        var created = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2));

        Assert.Equal(
            $"""
            # created: 2026-03-04T05:06:07+02:00
            # public key: {TestKeys.ClassicRecipient}
            {TestKeys.Classic}

            """,
            AgeKeygen.FileText(identity, created)
        );
    }

    [Fact]
    public void Universal_time_is_written_as_Z() =>
        Assert.StartsWith(
            "# created: 2026-03-04T05:06:07Z\n",
            AgeKeygen.FileText(TestKeys.Identity("x25519"), new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(false, "AGE-SECRET-KEY-1")]
    [InlineData(true, "AGE-SECRET-KEY-PQ-1")]
    public void A_new_identity_is_read_back_from_its_file(bool postQuantum, string start)
    {
        using var identity = AgeKeygen.Generate(postQuantum, new TestRandom(5).Fill);

        var text = AgeKeygen.FileText(identity, DateTimeOffset.UnixEpoch);
        var again = Assert.Single(AgeIdentityFile.Parse(new SourceText("age.key", text)));

        Assert.StartsWith(start, again.ToSecretLine(), StringComparison.Ordinal);
        Assert.Equal(identity.ToSecretLine(), again.ToSecretLine());
        Assert.Equal(identity.Recipient, again.Recipient);
        Assert.Equal(postQuantum, again.Recipient?.IsPostQuantum);
    }

    [Fact]
    public void The_text_of_an_identity_never_shows_the_secret()
    {
        Assert.Equal($"identity of {TestKeys.ClassicRecipient}", TestKeys.Identity("x25519").ToString());
        Assert.Equal("identity of a passphrase", TestKeys.Identity("passphrase").ToString());
    }

    [Fact]
    public void An_identity_without_a_line_has_no_identity_file() =>
        Assert.Throws<ArgumentException>(() =>
            AgeKeygen.FileText(TestKeys.Identity("ssh-ed25519"), DateTimeOffset.UnixEpoch)
        );

    private static void ZeroToThirtyOne(Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)i;
        }
    }
}
