using System.Text;
using CsCheck;

namespace HomeOps.Age.Tests;

public sealed class AgeFileTests
{
    [Theory]
    [InlineData("x25519")]
    [InlineData("hybrid")]
    [InlineData("passphrase")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-rsa")]
    public void What_was_encrypted_to_a_key_is_decrypted_with_it(string kind)
    {
        using var identity = TestKeys.Identity(kind);
        var recipient = TestKeys.Recipient(kind);
        var sizes = Gen.OneOf(Gen.Int[0, 200], Gen.Int[65530, 65540], Gen.Int[131070, 131080]);
        Gen.Select(sizes, Gen.Bool, Gen.Int[0, 1000])
            .Sample(
                (size, armor, seed) =>
                {
                    var random = new TestRandom(seed);
                    var plaintext = new byte[size];
                    random.Fill(plaintext);

                    var file = AgeFile.Encrypt(plaintext, [recipient], armor, random.Fill);

                    Assert.Equal(plaintext, AgeFile.Decrypt(file, [identity]));
                },
                iter: 20
            );
    }

    [Theory]
    [InlineData("x25519", "made by typage\n")]
    [InlineData("hybrid", "made by typage\n")]
    [InlineData("passphrase", "made by typage\n")]
    [InlineData("ssh-ed25519", "made by age 1.1.1\n")]
    [InlineData("ssh-rsa", "made by age 1.1.1\n")]
    public void A_file_that_another_implementation_made_is_opened(string kind, string content)
    {
        using var identity = TestKeys.Identity(kind);

        Assert.Equal(content, Encoding.UTF8.GetString(AgeFile.Decrypt(TestKeys.Case($"{kind}.age"), [identity])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    public void Streams_and_bytes_make_the_same_file(int size)
    {
        var plaintext = new byte[size];
        new TestRandom(7).Fill(plaintext);
        var recipient = TestKeys.Recipient("x25519");
        using var identity = TestKeys.Identity("x25519");
        var file = new MemoryStream();

        AgeFile.Encrypt(new TricklingStream(plaintext), file, [recipient], armor: true, new TestRandom(8).Fill);

        Assert.Equal(AgeFile.Encrypt(plaintext, [recipient], armor: true, new TestRandom(8).Fill), file.ToArray());
        var output = new MemoryStream();
        AgeFile.Decrypt(new TricklingStream(file.ToArray()), output, [identity]);
        Assert.Equal(plaintext, output.ToArray());
    }

    [Fact]
    public void Every_recipient_opens_the_file_and_nobody_else()
    {
        using var stranger = AgeKeygen.Generate(postQuantum: false, new TestRandom(3).Fill);
        string[] kinds = ["x25519", "ssh-ed25519", "ssh-rsa"];
        var file = AgeFile.Encrypt("x"u8, [.. kinds.Select(TestKeys.Recipient)], armor: false, new TestRandom().Fill);

        Assert.All(kinds, k => Assert.Equal("x"u8, AgeFile.Decrypt(file, [stranger, TestKeys.Identity(k)])));
        var failure = Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [stranger]));
        Assert.Equal(AgeFailure.NoMatch, failure.Failure);
        Assert.Equal(
            "the one identity that was tried does not open this file, which is for 1 recipient of type X25519, "
                + "1 recipient of type ssh-ed25519, 1 recipient of type ssh-rsa",
            failure.Diagnostic.Message
        );
    }

    [Theory]
    [InlineData("x25519")]
    [InlineData("hybrid")]
    [InlineData("ssh-ed25519")]
    public void A_file_with_any_byte_changed_is_refused(string kind)
    {
        using var identity = TestKeys.Identity(kind);
        var file = AgeFile.Encrypt("some content"u8, [TestKeys.Recipient(kind)], armor: false, new TestRandom().Fill);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Int[1, 255])
            .Sample(
                (at, change) =>
                {
                    var changed = file.ToArray();
                    changed[at] ^= (byte)change;
                    Assert.Throws<AgeException>(() => AgeFile.Decrypt(changed, [identity]));
                },
                iter: 400
            );
    }

    [Fact]
    public void An_armored_file_with_any_byte_changed_is_refused()
    {
        using var identity = TestKeys.Identity("x25519");
        var file = AgeFile.Encrypt("content"u8, [TestKeys.Recipient("x25519")], armor: true, new TestRandom().Fill);
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var change in (byte[])[1, 0x20, 0x80, '\n' ^ ' ', '\n' ^ '\r'])
            {
                var changed = file.ToArray();
                changed[at] ^= change;
                Assert.Throws<AgeException>(() => AgeFile.Decrypt(changed, [identity]));
            }
        }
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        using var identity = TestKeys.Identity("x25519");
        var file = AgeFile.Encrypt(
            "some content"u8,
            [TestKeys.Recipient("x25519")],
            armor: false,
            new TestRandom().Fill
        );

        Assert.All(
            Enumerable.Range(0, file.Length),
            length => Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.AsSpan(0, length), [identity]))
        );
    }

    [Fact]
    public void Any_bytes_at_all_are_refused_without_a_crash()
    {
        using var identity = TestKeys.Identity("x25519");
        var lines = Pieces(
            "age-encryption.org/v1\n",
            "-> X25519 AAAA\n",
            "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n",
            "-> mlkem768x25519 AAAA\n",
            "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
            "-----BEGIN AGE ENCRYPTED FILE-----\n",
            "-----END AGE ENCRYPTED FILE-----\n",
            "AAAA\n",
            "\n",
            "\r\n",
            "=",
            " "
        );
        Gen.OneOf(lines.Array[0, 12].Select(string.Concat), Gen.String[0, 200])
            .Sample(
                text =>
                {
                    Assert.Throws<AgeException>(() => AgeFile.Decrypt(Encoding.UTF8.GetBytes(text), [identity]));
                },
                iter: 2000
            );
    }

    [Fact]
    public void Content_that_fails_later_was_released_only_chunk_by_authentic_chunk()
    {
        using var identity = TestKeys.Identity("x25519");
        var plaintext = new byte[65536 * 2];
        new TestRandom(9).Fill(plaintext);
        var file = AgeFile.Encrypt(plaintext, [TestKeys.Recipient("x25519")], armor: false, new TestRandom().Fill);
        file[^1] ^= 1;
        var output = new MemoryStream();

        var failure = Assert.Throws<AgeException>(() => AgeFile.Decrypt(new MemoryStream(file), output, [identity]));

        Assert.Equal(AgeFailure.PayloadFailure, failure.Failure);
        Assert.Equal(plaintext[..65536], output.ToArray());
    }

    [Fact]
    public void A_header_that_was_changed_after_it_was_written_is_refused_before_the_content()
    {
        using var identity = TestKeys.Identity("x25519");
        var file = AgeFile.Encrypt("x"u8, [TestKeys.Recipient("x25519")], armor: false, new TestRandom().Fill);
        var text = Encoding.Latin1.GetString(file);
        var changed = text.Replace("-> X25519", "-> extra\n\n-> X25519", StringComparison.Ordinal);

        var failure = Assert.Throws<AgeException>(() => AgeFile.Decrypt(Encoding.Latin1.GetBytes(changed), [identity]));

        Assert.Equal(AgeFailure.HmacFailure, failure.Failure);
    }

    [Fact]
    public void Encrypting_to_nobody_or_to_recipients_that_do_not_go_together_is_refused_and_writes_nothing()
    {
        Assert.Equal(AgeFailure.NoRecipients, Refusal());
        Assert.Equal(AgeFailure.MixedRecipients, Refusal("x25519", "hybrid"));
        Assert.Equal(AgeFailure.MixedRecipients, Refusal("hybrid", "ssh-ed25519"));
        Assert.Equal(AgeFailure.MixedRecipients, Refusal("passphrase", "x25519"));

        static AgeFailure Refusal(params string[] kinds)
        {
            var output = new MemoryStream();
            var recipients = kinds.Select(TestKeys.Recipient).ToList();
            var failure = Assert.Throws<AgeException>(() =>
                AgeFile.Encrypt(new MemoryStream(), output, recipients, armor: true, new TestRandom().Fill)
            );
            Assert.Equal(0, output.Length);
            return failure.Failure;
        }
    }

    [Fact]
    public void An_identity_that_was_disposed_opens_nothing()
    {
        var identity = TestKeys.Identity("x25519");
        identity.Dispose();

        Assert.Throws<ObjectDisposedException>(() => AgeFile.Decrypt(TestKeys.Case("x25519.age"), [identity]));
        Assert.Throws<ObjectDisposedException>(identity.ToSecretLine);
    }

    private static Gen<string> Pieces(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}
