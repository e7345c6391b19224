using System.Text.RegularExpressions;

namespace HomeOps.Cli.Tests.House;

/// <summary>
/// How long a comparison of MACs, tags or keys takes must not tell how far they agree, so it goes through
/// <c>CryptographicOperations.FixedTimeEquals</c>. Every other comparison of bytes in HomeOps.Age and HomeOps.Sops is with a word of the format, or is
/// named here with the reason why it may take its time.
/// </summary>
public sealed partial class ConstantTimeTests
{
    private static readonly Dictionary<string, string> Public = new(StringComparer.Ordinal)
    {
        ["? fingerprint.AsSpan().SequenceEqual(bytes)"] = "which SSH key a stanza is for stands in the file",
        ["&& pair[Ed25519.KeySize..].SequenceEqual(point)"] = "the public half of a pair of keys",
        ["&& Ed25519.PublicKey(pair[..Ed25519.KeySize]).AsSpan().SequenceEqual(point);"] = "a public key",
        [
            "new SshWireReader(blob).TryReadString(out var type) && type.SequenceEqual(Encoding.ASCII.GetBytes(parts[0]))"
        ] = "the type of a public key",
        ["return ours is null || (theirs is not null && Text(old).SequenceEqual(Text(own), StringComparer.Ordinal))"] =
            "values of two versions, by somebody who has the key to both",
        ["a.Documents.Count == b.Documents.Count && Tokens(a).SequenceEqual(Tokens(b));"] = "the same",
        ["\"age\" when !old.Groups[0].Age.SequenceEqual(wanted.Groups[0].Age) => entry with"] =
            "locked data keys, which stand in the file",
    };

    private static IEnumerable<(string Place, string Text)> Lines =>
        Checkout
            .ProductCode()
            .Where(static f =>
                f.Contains("/HomeOps.Age/", StringComparison.Ordinal)
                || f.Contains("/HomeOps.Sops/", StringComparison.Ordinal)
            )
            .SelectMany(static f => File.ReadLines(f).Select((l, i) => ($"{Path.GetFileName(f)}:{i + 1}", l.Trim())))
            .Where(static l => !l.Item2.StartsWith("//", StringComparison.Ordinal));

    [Fact]
    public void Bytes_are_compared_in_constant_time_unless_they_are_public()
    {
        var found = Lines.Where(static l => l.Text.Contains("SequenceEqual(", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(found);
        Assert.All(
            found,
            static l =>
                Assert.True(WordOfTheFormat().IsMatch(l.Text) || Public.ContainsKey(l.Text), $"{l.Place}: {l.Text}")
        );
        Assert.All(Public.Keys, text => Assert.Contains(found, l => l.Text == text));
    }

    [Fact]
    public void Nothing_called_a_MAC_a_tag_or_a_digest_is_compared_by_operators()
    {
        Assert.Matches(Operator(), "return mac == expected;");
        Assert.Matches(Operator(), "if (string.Equals(stored, encrypted.Digest, StringComparison.Ordinal))");
        Assert.DoesNotMatch(Operator(), "if (tag.Length != TagLength)");
        Assert.All(Lines, static l => Assert.False(Operator().IsMatch(l.Text), $"{l.Place}: {l.Text}"));
    }

    [Fact]
    public void MACs_and_tags_are_compared_at_all()
    {
        foreach (var file in (string[])["AgeHeader.cs", "AesGcm256.cs", "Mac.cs"])
        {
            Assert.Contains(
                Lines,
                l =>
                    l.Place.StartsWith(file + ":", StringComparison.Ordinal)
                    && l.Text.Contains("CryptographicOperations.FixedTimeEquals(", StringComparison.Ordinal)
            );
        }
    }

    // A literal in UTF-8, or one of the two markers of armor.
    [GeneratedRegex("""SequenceEqual\(("[^"]*"u8|ArmorFormat\.\w+)\)""")]
    private static partial Regex WordOfTheFormat();

    [GeneratedRegex(
        @"\b\w*([mM]ac|[tT]ag|[dD]igest)\b(\(\))?\s*(==|!=)\s*(?!null)|(?<!FixedTime)Equals\([^;]*\b\w*([mM]ac|[tT]ag|[dD]igest)\b\s*[,)]"
    )]
    private static partial Regex Operator();
}
