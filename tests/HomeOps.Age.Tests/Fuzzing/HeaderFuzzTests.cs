using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>
/// Damaged headers. One that is accepted has only one spelling (written again it is the same bytes), is authentic only if it is the one that was
/// written, and opens, if it does, to the file key that was put in.
/// </summary>
public sealed class HeaderFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n",
        "\r\n",
        " ",
        "-> ",
        "-> X25519 ",
        "-> ssh-ed25519 ",
        "-> a\n\n",
        "---",
        "--- ",
        "=",
        "age-encryption.org/v1\n",
    ];

    // What takes long to open is opened less often.
    private static readonly (string Kind, int OneIn)[] Kinds =
    [
        ("x25519", 2),
        ("ssh-ed25519", 4),
        ("hybrid", 16),
        ("ssh-rsa", 128),
    ];

    private readonly byte[] fileKey = [.. "a key of 16 byte"u8];
    private readonly AgeIdentity[] identities = [.. Kinds.Select(static k => TestKeys.Identity(k.Kind))];
    private readonly List<AgeHeader> headers = [];

    public HeaderFuzzTests()
    {
        var random = new TestRandom();
        var stanzas = Kinds.Select(k => TestKeys.Recipient(k.Kind).Wrap(fileKey, random.Fill)).ToList();
        var grease = new Stanza("grease", ["a", "{|}~"], new byte[96]);
        headers.AddRange(stanzas.Select(s => AgeHeader.Create([s], fileKey)));
        headers.Add(AgeHeader.Create([grease, stanzas[0], stanzas[1], grease], fileKey));
        headers.Add(AgeHeader.Create([grease], fileKey));
    }

    [Fact]
    public void A_damaged_header_is_refused_or_is_what_it_says() =>
        TestContext.Current.TestOutputHelper?.WriteLine(FuzzRun.Of("age header", Execute).ToString());

    private bool Execute(Random random)
    {
        var input = Fuzz.Damage(Bytes(headers[random.Next(headers.Count)]), random, Pieces);
        AgeHeader header;
        try
        {
            header = HeaderReader.Read(new ByteReader(new MemoryStream(input)));
        }
        catch (AgeException)
        {
            return false;
        }

        Assert.True(input.AsSpan().StartsWith(Bytes(header)), "it has a second spelling");
        Assert.Equal(header.AuthenticatedText, AgeHeader.Create(header.Stanzas, fileKey).AuthenticatedText);
        Assert.Equal(headers.Exists(h => Bytes(h).AsSpan().SequenceEqual(Bytes(header))), header.IsAuthentic(fileKey));
        for (var i = 0; i < Kinds.Length; i++)
        {
            if (random.Next(Kinds[i].OneIn) == 0)
            {
                Unwrap(header, identities[i]);
            }
        }

        return true;
    }

    private void Unwrap(AgeHeader header, AgeIdentity identity)
    {
        try
        {
            Assert.Equal(fileKey, Unwrapping.FindFileKey(header, [identity]));
        }
        catch (AgeException)
        {
            // Refused.
        }
    }

    private static byte[] Bytes(AgeHeader header)
    {
        var output = new MemoryStream();
        header.WriteTo(output);
        return output.ToArray();
    }
}
