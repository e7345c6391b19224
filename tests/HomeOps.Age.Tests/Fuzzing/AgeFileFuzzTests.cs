using System.Text;
using CsCheck;
using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>Damaged files through the public way in: what opens is what was encrypted.</summary>
public sealed class AgeFileFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n",
        "\r\n",
        " ",
        "-> X25519 ",
        "---",
        "=",
        "age-encryption.org/v1\n",
        "-----BEGIN AGE ENCRYPTED FILE-----\n",
        "-----END AGE ENCRYPTED FILE-----\n",
    ];

    private readonly AgeIdentity identity = TestKeys.Identity("x25519");

    [Fact]
    public void A_damaged_file_is_refused_or_opens_to_what_was_encrypted()
    {
        var random = new TestRandom();
        var files = ((int[])[0, 100, 100, 65536])
            .SelectMany(static length => (bool[])[false, true], (length, armor) => (new byte[length], armor))
            .Select(c =>
                (Plain: c.Item1, File: AgeFile.Encrypt(c.Item1, [TestKeys.Recipient("x25519")], c.armor, random.Fill))
            )
            .ToList();

        TestContext.Current.TestOutputHelper?.WriteLine(FuzzRun.Of("age files", Execute).ToString());

        bool Execute(Random decisions)
        {
            var (plain, file) = files[decisions.Next(decisions.Next(8) == 0 ? files.Count : 6)];
            try
            {
                Assert.Equal(plain, AgeFile.Decrypt(Fuzz.Damage(file, decisions, Pieces), [identity]));
                return true;
            }
            catch (AgeException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Any_text_at_all_is_read_or_refused() =>
        Gen.String.Sample(text =>
        {
            try
            {
                AgeIdentityFile.Parse(Encoding.UTF8.GetBytes(text), "age.key");
            }
            catch (AgeException)
            {
                // Refused.
            }

            Assert.Throws<AgeException>(() => AgeFile.Decrypt(Encoding.UTF8.GetBytes(text), [identity]));
        });
}
