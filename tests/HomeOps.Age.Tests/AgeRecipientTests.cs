namespace HomeOps.Age.Tests;

public sealed class AgeRecipientTests
{
    [Theory]
    [InlineData("x25519", false)]
    [InlineData("hybrid", true)]
    [InlineData("ssh-ed25519", false)]
    [InlineData("ssh-rsa", false)]
    public void A_recipient_is_read_from_its_own_text(string kind, bool postQuantum)
    {
        var recipient = TestKeys.Recipient(kind);

        var again = AgeRecipient.Parse(recipient.ToString());

        Assert.Equal(recipient, again);
        Assert.Equal(recipient.GetHashCode(), again.GetHashCode());
        Assert.Equal(postQuantum, again.IsPostQuantum);
    }

    [Fact]
    public void The_recipients_of_the_test_keys_are_those_that_other_implementations_derive()
    {
        Assert.Equal(TestKeys.ClassicRecipient, TestKeys.Recipient("x25519").ToString());
        Assert.Equal(
            "E1704CE7CAADAA4E436845C280D1527742F46A8AF62D934C41B60C624E7CB185",
            Convert.ToHexString(
                System.Security.Cryptography.SHA256.HashData(
                    System.Text.Encoding.ASCII.GetBytes(TestKeys.Recipient("hybrid").ToString())
                )
            )
        );
        Assert.Equal(TestKeys.CaseText("test-only-ed25519.pub"), $"{TestKeys.Recipient("ssh-ed25519")} test only\n");
        Assert.Equal(TestKeys.CaseText("test-only-rsa.pub"), $"{TestKeys.Recipient("ssh-rsa")} test only\n");
    }

    [Fact]
    public void The_comment_of_an_ssh_key_is_not_part_of_the_recipient() =>
        Assert.Equal(
            TestKeys.Recipient("ssh-ed25519"),
            AgeRecipient.Parse(TestKeys.CaseText("test-only-ed25519.pub").TrimEnd())
        );

    [Fact]
    public void A_passphrase_equals_only_itself()
    {
        var passphrase = TestKeys.Recipient("passphrase");

        Assert.Equal(passphrase, passphrase);
        Assert.NotEqual(passphrase, TestKeys.Recipient("passphrase"));
    }

    [Theory]
    [InlineData(
        "age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wq",
        "HO0501",
        "its checksum does not fit"
    )]
    [InlineData("age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2", "HO0501", "its checksum does not fit")]
    [InlineData(
        "age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p1wh",
        "HO0501",
        "a character that keys never"
    )]
    [InlineData(
        "age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2bh",
        "HO0501",
        "a character that keys never"
    )]
    [InlineData(
        "age13AQVTTDK3UJKYJH9KG2W5AN6DMY5MQ5A84A4UXK3HFHNUGFC9P0SY5P2WH",
        "HO0501",
        "mixes upper and lower case"
    )]
    [InlineData("age1", "HO0501", "too short")]
    [InlineData("age1pq1qqq", "HO0501", "too short")]
    [InlineData("AGE13AQVTTDK3UJKYJH9KG2W5AN6DMY5MQ5A84A4UXK3HFHNUGFC9P0SY5P2WH", "HO0502", "lower case")]
    [InlineData(
        "age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t",
        "HO0503",
        "age plugin (yubikey)"
    )]
    [InlineData(
        "age1tagpq1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t",
        "HO0503",
        "age plugin (tagpq)"
    )]
    [InlineData(" age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wh", "HO0504", "blanks around")]
    [InlineData("bge13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wh", "HO0504", "not a kind of recipient")]
    [InlineData("", "HO0504", "not a kind of recipient")]
    [InlineData("arn:aws:kms:eu-west-1:1:key/2", "HO0504", "not a kind of recipient")]
    [InlineData(TestKeys.Classic, "HO0505", "(a private key) stands where")]
    [InlineData("age-secret-key-1QQQ", "HO0505", "(a private key) stands where")]
    [InlineData("ssh-ed25519", "HO0541", "no key behind its type")]
    [InlineData("ssh-ed25519 !", "HO0541", "not base64")]
    [InlineData("ssh-ed25519 AAAA", "HO0541", "cut short")]
    [InlineData(
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "HO0541",
        "not an Ed25519 key inside"
    )]
    [InlineData("ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB", "HO0541", "not an RSA key inside")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIDknegMec", "HO0541", "not base64")]
    [InlineData("ssh-dss AAAAB3NzaC1kc3M=", "HO0542", "'ssh-dss'")]
    [InlineData("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAwEAAQ==", "HO0543", "17 bits")]
    public void A_text_that_is_no_recipient_is_refused_with_the_reason(string text, string code, string reason)
    {
        Assert.False(AgeRecipient.TryParse(text, out var recipient, out var diagnostic));

        Assert.Null(recipient);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(reason, diagnostic.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("QQQ", diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_quantum_recipient_that_is_no_ml_kem_key_is_refused()
    {
        var text = Bech32.Encode(HybridRecipient.Prefix, Enumerable.Repeat((byte)0xFF, 1216).ToArray());

        var failure = Assert.Throws<AgeException>(() => AgeRecipient.Parse(text));

        Assert.Contains("no key inside", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipient_that_everybody_has_the_key_to_is_refused_when_it_is_used()
    {
        var recipient = AgeRecipient.Parse(Bech32.Encode("age", new byte[32]));

        var failure = Assert.Throws<AgeException>(() =>
            AgeFile.Encrypt("x"u8, [recipient], armor: false, new TestRandom().Fill)
        );

        Assert.Equal(AgeFailure.BadRecipient, failure.Failure);
    }

    [Theory]
    [InlineData(2, 3)] // even
    [InlineData(1, 1)] // the exponent does nothing
    [InlineData(1, 4)] // even exponent
    public void RSA_numbers_that_cannot_be_a_key_are_refused(byte lastByte, byte exponent)
    {
        byte[] modulus = [0, 0x80, .. new byte[254], lastByte];
        var blob = new SshWireWriter().String("ssh-rsa").String([exponent]).String(modulus).Written.ToArray();

        var failure = Assert.Throws<AgeException>(() => AgeRecipient.Parse($"ssh-rsa {Convert.ToBase64String(blob)}"));

        Assert.Contains("not an RSA key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_RSA_modulus_with_a_small_factor_is_refused_when_it_is_used()
    {
        byte[] modulus = [0, .. Enumerable.Repeat((byte)0xFF, 256)];
        var blob = new SshWireWriter().String("ssh-rsa").String([3]).String(modulus).Written.ToArray();
        var recipient = AgeRecipient.Parse($"ssh-rsa {Convert.ToBase64String(blob)}");

        var failure = Assert.Throws<AgeException>(() =>
            AgeFile.Encrypt("x"u8, [recipient], armor: false, new TestRandom().Fill)
        );

        Assert.Equal("HO0541", failure.Diagnostic.Code);
    }
}
