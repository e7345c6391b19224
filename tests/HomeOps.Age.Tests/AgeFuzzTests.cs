using System.Security.Cryptography;
using System.Text;
using CsCheck;
using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>
/// Damaged input never crashes or hangs, and is never wrongly accepted: what opens is what was encrypted. HOMEOPS_FUZZ sets the number of inputs.
/// </summary>
public sealed class AgeFuzzTests
{
    private static readonly string[] HeaderPieces =
    [
        "\n",
        "\r\n",
        " ",
        "-> ",
        "-> X25519 ",
        "---",
        "--- ",
        "=",
        "age-encryption.org/v1\n",
    ];

    private static readonly string[] ArmorPieces =
    [
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "=",
        "-----BEGIN AGE ENCRYPTED FILE-----\n",
        "-----END AGE ENCRYPTED FILE-----\n",
    ];

    private static readonly string[] IdentityPieces =
    [
        "\n",
        "\r\n",
        " ",
        "#",
        "AGE-SECRET-KEY-1",
        "AGE-SECRET-KEY-PQ-1",
        "AGE-PLUGIN-X-1",
        "age-encryption.org/v1\n",
        "-----BEGIN AGE ENCRYPTED FILE-----\n",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(65536)]
    public void A_damaged_file_is_refused_or_opens_to_what_was_encrypted(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        OpensRight(plain, armor: false, HeaderPieces);
    }

    [Fact]
    public void Damaged_armor_is_refused_or_opens_to_what_was_encrypted() =>
        OpensRight("a note in armor"u8.ToArray(), armor: true, ArmorPieces);

    [Fact]
    public void A_damaged_identity_file_is_refused_or_gives_working_keys()
    {
        var file = Encoding.UTF8.GetBytes(
            $"# a comment\n{TestKeys.Identity("x25519").ToSecretLine()}\n\n{TestKeys.Identity("hybrid").ToSecretLine()}\n"
        );
        Gen.UInt.Sample(
            seed =>
            {
                try
                {
                    foreach (var identity in AgeIdentityFile.Parse(Fuzz.Damage(file, seed, IdentityPieces), "age.key"))
                    {
                        Works(identity);
                    }
                }
                catch (AgeException)
                {
                    // Refused.
                }
            },
            iter: Fuzz.Count
        );
    }

    [Fact]
    public void Any_text_at_all_is_read_or_refused() =>
        Gen.String.Sample(
            text =>
            {
                try
                {
                    AgeIdentityFile.Parse(Encoding.UTF8.GetBytes(text), "age.key");
                }
                catch (AgeException)
                {
                    // Refused.
                }

                Assert.Throws<AgeException>(() =>
                    AgeFile.Decrypt(Encoding.UTF8.GetBytes(text), [TestKeys.Identity("x25519")])
                );
            },
            iter: Fuzz.Count
        );

    private static void OpensRight(byte[] plain, bool armor, string[] pieces)
    {
        var identity = TestKeys.Identity("x25519");
        var file = AgeFile.Encrypt(plain, [TestKeys.Recipient("x25519")], armor, RandomNumberGenerator.Fill);
        Gen.UInt.Sample(
            seed =>
            {
                try
                {
                    Assert.Equal(plain, AgeFile.Decrypt(Fuzz.Damage(file, seed, pieces), [identity]));
                }
                catch (AgeException)
                {
                    // Refused.
                }
            },
            iter: Fuzz.Count
        );
    }

    private static void Works(AgeIdentity identity)
    {
        if (identity.Recipient is { } recipient)
        {
            var file = AgeFile.Encrypt("x"u8, [recipient], armor: false, RandomNumberGenerator.Fill);
            Assert.Equal("x"u8.ToArray(), AgeFile.Decrypt(file, [identity]));
        }
    }
}
