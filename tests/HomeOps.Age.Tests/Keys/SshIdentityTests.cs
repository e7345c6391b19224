using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace HomeOps.Age.Tests;

public sealed class SshIdentityTests
{
    [Fact]
    public void RSA_keys_are_read_from_PKCS_1_and_PKCS_8()
    {
        using var rsa = RSA.Create(2048);

        var first = Parse(rsa.ExportRSAPrivateKeyPem());
        var second = Parse(rsa.ExportPkcs8PrivateKeyPem());

        Assert.Equal(first.Recipient, second.Recipient);
        var file = AgeFile.Encrypt("x"u8, [Recipient(first)], armor: false, new TestRandom().Fill);
        Assert.Equal("x"u8, AgeFile.Decrypt(file, [second]));
    }

    [Fact]
    public void An_Ed25519_key_is_read_from_PKCS_8()
    {
        // RFC 8410: version 0, the algorithm 1.3.101.112, the seed in two octet strings.
        byte[] der = [0x30, 46, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 34, 4, 32, .. new byte[32]];

        var identity = Parse(new string(PemEncoding.Write("PRIVATE KEY", der)));

        Assert.Equal(new SshEd25519Recipient(Ed25519.PublicKey(new byte[32])), identity.Recipient);
    }

    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", "HO0544")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n", "HO0544")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "HO0544")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n", "HO0544")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n", "HO0542")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "HO0542")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n", "HO0545")]
    public void Anything_else_is_refused_with_the_reason(string text, string code)
    {
        var failure = Assert.Throws<AgeException>(() => Parse(text));

        Assert.Equal(code, failure.Diagnostic.Code);
        Assert.Equal("id", failure.Diagnostic.Location?.Path);
    }

    [Fact]
    public void A_key_with_a_passphrase_asks_for_it_once_and_only_when_a_file_is_for_it()
    {
        var asked = 0;
        using var identity = Protected(_ =>
        {
            asked++;
            return "test only".ToCharArray();
        });
        var recipient = AgeRecipient.Parse(TestKeys.CaseText("test-only-ed25519-passphrase.pub").TrimEnd());
        Assert.Equal(recipient, identity.Recipient);
        var own = AgeFile.Encrypt("x"u8, [recipient], armor: false, new TestRandom().Fill);
        var other = AgeFile.Encrypt("x"u8, [TestKeys.Recipient("ssh-ed25519")], armor: false, new TestRandom().Fill);

        Assert.Throws<AgeException>(() => AgeFile.Decrypt(other, [identity]));
        Assert.Equal(0, asked);
        Assert.Equal("x"u8, AgeFile.Decrypt(own, [identity]));
        Assert.Equal("x"u8, AgeFile.Decrypt(own, [identity]));
        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_key_with_a_passphrase_stays_closed_without_it()
    {
        var recipient = Protected(null).Recipient;
        Assert.NotNull(recipient);
        var file = AgeFile.Encrypt("x"u8, [recipient], armor: false, new TestRandom().Fill);

        Assert.Equal(AgeFailure.WrongPassphrase, Failure(_ => "test  only".ToCharArray()));
        Assert.Equal(AgeFailure.PassphraseNeeded, Failure(_ => []));
        Assert.Equal(AgeFailure.PassphraseNeeded, Failure(_ => null));
        Assert.Equal(AgeFailure.PassphraseNeeded, Failure(null));

        AgeFailure Failure(PassphrasePrompt? prompt)
        {
            var failure = Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [Protected(prompt)]));
            Assert.Equal("id", failure.Diagnostic.Location?.Path);
            return failure.Failure;
        }
    }

    [Theory]
    [InlineData("aes256-ctr", "aes256-cbc", "HO0545")] // another cipher
    [InlineData("\0\0\0\u0004\0\0\0\u0001", "\0\0\u0010\u0004\0\0\0\u0001", "HO0544")] // 4100 rounds instead of 4
    public void A_key_that_is_protected_in_another_way_is_refused(string part, string instead, string code)
    {
        var text = TestKeys.CaseText("test-only-ed25519-passphrase");
        var der = Encoding.Latin1.GetString(Convert.FromBase64String(string.Concat(text.Split('\n')[1..^2])));
        var changed = Encoding.Latin1.GetBytes(der.Replace(part, instead, StringComparison.Ordinal));
        var pem = Encoding.UTF8.GetBytes(PemEncoding.Write("OPENSSH PRIVATE KEY", changed));

        var failure = Assert.Throws<AgeException>(() => AgeIdentityFile.Parse(pem, "id"));

        Assert.Equal(code, failure.Diagnostic.Code);
    }

    [Theory]
    [InlineData("test-only-ed25519", 200)]
    [InlineData("test-only-rsa", 40)]
    public void A_damaged_key_is_refused_or_still_the_same_key(string name, int times)
    {
        var text = TestKeys.CaseText(name);
        var recipient = Parse(text).Recipient;
        var der = Convert.FromBase64String(string.Concat(text.Split('\n')[1..^2]));
        Gen.Select(Gen.Int[0, der.Length - 1], Gen.Int[1, 255])
            .Sample(
                (at, change) =>
                {
                    var changed = der.ToArray();
                    changed[at] ^= (byte)change;
                    try
                    {
                        Assert.Equal(
                            recipient,
                            Parse(new string(PemEncoding.Write("OPENSSH PRIVATE KEY", changed))).Recipient
                        );
                    }
                    catch (AgeException e)
                    {
                        Assert.Equal(AgeFailure.BadIdentity, e.Failure);
                    }
                },
                iter: times,
                threads: 1
            );
    }

    [Theory]
    [InlineData("ssh-ed25519", 2)]
    [InlineData("ssh-rsa", 1)]
    public void A_stanza_for_this_key_that_does_not_open_is_an_error_and_one_for_another_key_is_not(
        string kind,
        int count
    )
    {
        using var identity = TestKeys.Identity(kind);
        var stanza = TestKeys.Recipient(kind).Wrap(new byte[16], new TestRandom().Fill);
        var damaged = stanza with { Body = [.. stanza.Body[..^1], (byte)(stanza.Body[^1] ^ 1)] };
        string[] stranger = ["AAAAAA", .. stanza.Arguments.Skip(1)];

        Assert.Equal(count, stanza.Arguments.Count);
        Assert.Equal(new byte[16], identity.Unwrap([stanza]));
        Assert.Null(identity.Unwrap([stanza with { Arguments = stranger }]));
        Assert.Equal(AgeFailure.HeaderFailure, Failure(damaged));
        Assert.Equal(AgeFailure.HeaderFailure, Failure(stanza with { Arguments = ["AAAA", .. stranger[1..]] }));
        Assert.Equal(AgeFailure.HeaderFailure, Failure(stanza with { Arguments = [.. stanza.Arguments, "AAAA"] }));

        AgeFailure Failure(Stanza changed) => Assert.Throws<AgeException>(() => identity.Unwrap([changed])).Failure;
    }

    [Fact]
    public void Other_identities_are_tried_before_SSH_keys()
    {
        using var ssh = TestKeys.Identity("ssh-ed25519");
        using var classic = TestKeys.Identity("x25519");
        var stanza = TestKeys.Recipient("ssh-ed25519").Wrap(new byte[16], new TestRandom().Fill);
        var header = AgeHeader.Create(
            [
                stanza with
                {
                    Body = new byte[32],
                },
                TestKeys.Recipient("x25519").Wrap(new byte[16], new TestRandom().Fill),
            ],
            new byte[16]
        );

        Assert.Equal(new byte[16], Unwrapping.FindFileKey(header, [ssh, classic]));
    }

    private static AgeIdentity Protected(PassphrasePrompt? prompt) =>
        Assert.Single(AgeIdentityFile.Parse(TestKeys.Case("test-only-ed25519-passphrase"), "id", prompt));

    private static AgeIdentity Parse(string text) =>
        Assert.Single(AgeIdentityFile.Parse(Encoding.UTF8.GetBytes(text), "id"));

    private static AgeRecipient Recipient(AgeIdentity identity) =>
        Assert.IsType<AgeRecipient>(identity.Recipient, exactMatch: false);
}
