using System.Text;
using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>
/// Damaged identity files of every kind. Keys read from text are the very keys of its lines; keys read from a protected file are those that were
/// protected; an SSH key that is accepted opens what was encrypted to its public key.
/// </summary>
public sealed class IdentityFileFuzzTests
{
    private const string Text =
        $"# created: 2026-01-31T00:00:00Z\n# public key: age1\n{TestKeys.Classic}\r\n\n#\n{TestKeys.Hybrid}\n";

    private static readonly string[] Pieces =
    [
        "\n",
        "\r\n",
        " ",
        "#",
        "1",
        "AGE-SECRET-KEY-1",
        "AGE-SECRET-KEY-PQ-1",
        "AGE-PLUGIN-X-1",
        "age1",
        "\uFEFF",
        "age-encryption.org/v1\n",
        "-----BEGIN AGE ENCRYPTED FILE-----\n",
        "-----BEGIN OPENSSH PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n",
        "-----END OPENSSH PRIVATE KEY-----\n",
    ];

    private readonly byte[] fileKey = [.. "a key of 16 byte"u8];
    private readonly TestRandom random = new();
    private readonly (byte[] File, Action<byte[], IReadOnlyList<AgeIdentity>> Expect)[] files;

    public IdentityFileFuzzTests()
    {
        var plain = Encoding.UTF8.GetBytes(Text);
        AgeRecipient[] passphrase = [AgePassphrase.Recipient("test only", workFactor: 1)];
        files =
        [
            (plain, ExpectItsLines),
            (plain, ExpectItsLines),
            (AgeFile.Encrypt(plain, passphrase, armor: false, random.Fill), ExpectTheProtectedKeys),
            (AgeFile.Encrypt(plain, passphrase, armor: true, random.Fill), ExpectTheProtectedKeys),
            (TestKeys.Case("test-only-ed25519"), ExpectItWorks),
            (TestKeys.Case("test-only-ed25519-passphrase"), ExpectItHasARecipient),
            (TestKeys.Case("test-only-rsa"), ExpectItHasARecipient),
        ];
    }

    [Fact]
    public void A_damaged_identity_file_is_refused_or_gives_the_keys_that_are_in_it() =>
        TestContext.Current.TestOutputHelper?.WriteLine(FuzzRun.Of("identity files", Execute).ToString());

    private bool Execute(Random decisions)
    {
        var (file, expect) = files[decisions.Next(files.Length)];
        var input = Fuzz.Damage(file, decisions, Pieces);
        if (TakesLong(input))
        {
            return false;
        }

        try
        {
            var identities = AgeIdentityFile.Parse(input, "age.key", static _ => "test only".ToCharArray());
            expect(input, identities);
            return true;
        }
        catch (AgeException)
        {
            return false;
        }
    }

    private static void ExpectItsLines(byte[] file, IReadOnlyList<AgeIdentity> identities) =>
        Assert.Equal(
            Encoding
                .UTF8.GetString(file)
                .Split('\n')
                .Select(static l => l.EndsWith('\r') ? l[..^1] : l)
                .Where(static l => l.Length > 0 && l[0] != '#'),
            identities.Select(static i => i.ToSecretLine())
        );

    private static void ExpectTheProtectedKeys(byte[] file, IReadOnlyList<AgeIdentity> identities) =>
        Assert.Equal([TestKeys.Classic, TestKeys.Hybrid], identities.Select(static i => i.ToSecretLine()));

    private void ExpectItWorks(byte[] file, IReadOnlyList<AgeIdentity> identities)
    {
        var identity = Assert.Single(identities);
        var stanza = Assert.IsType<SshRecipient>(identity.Recipient, exactMatch: false).Wrap(fileKey, random.Fill);
        Assert.Equal(fileKey, identity.Unwrap([stanza]));
    }

    // Whether it works takes too long here: RSA, and a passphrase that is derived in many rounds. SshIdentityTests shows that they do.
    private static void ExpectItHasARecipient(byte[] file, IReadOnlyList<AgeIdentity> identities) =>
        Assert.IsType<SshRecipient>(Assert.Single(identities).Recipient, exactMatch: false);

    // A damaged work factor can ask for gigabytes, and gets them, up to the limit that ScryptTests keeps.
    private static bool TakesLong(byte[] file)
    {
        try
        {
            return HeaderReader
                .Read(ArmorDetection.Open(new MemoryStream(file)))
                .Stanzas.Any(static s => s.Is(ScryptKey.StanzaType) && s.Arguments is [_, { Length: > 1 }, ..]);
        }
        catch (AgeException)
        {
            return false;
        }
    }
}
