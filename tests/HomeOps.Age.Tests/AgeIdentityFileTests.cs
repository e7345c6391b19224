using System.Text;
using CsCheck;
using HomeOps.Text;

namespace HomeOps.Age.Tests;

public sealed class AgeIdentityFileTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Comments_and_empty_lines_are_skipped(string lineEnd)
    {
        string[] lines = ["# created: today", TestKeys.Classic, "", "#", TestKeys.Hybrid, ""];

        var identities = Parse(string.Join(lineEnd, lines));

        Assert.Equal([TestKeys.Classic, TestKeys.Hybrid], identities.Select(static i => i.ToSecretLine()));
    }

    [Theory]
    [InlineData(TestKeys.Classic + " ", "HO0511", "age.key:2:1", "blanks around it")]
    [InlineData("\t" + TestKeys.Classic, "HO0511", "age.key:2:1", "blanks around it")]
    [InlineData("age-secret-key-1qqqsyqcyq5rqwzq", "HO0511", "age.key:2:1", "not in upper case")]
    [InlineData(
        "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWQ",
        "HO0511",
        "age.key:2:1",
        "checksum"
    )]
    [InlineData("AGE-SECRET-KEY-PQ-1QQQSYQCYQ5", "HO0511", "age.key:2:1", "checksum")]
    [InlineData("AGE-PLUGIN-YUBIKEY-1QQQSYQCYQ5RQWZQ", "HO0514", "age.key:2:1", "plugin")]
    [InlineData(TestKeys.ClassicRecipient, "HO0513", "age.key:2:1", "a recipient (a public key)")]
    [InlineData("  # comment", "HO0512", "age.key:2:1", "not a kind of identity")]
    [InlineData("hunter2", "HO0512", "age.key:2:1", "not a kind of identity")]
    public void A_line_that_is_no_identity_is_reported_with_its_place_and_never_shown(
        string line,
        string code,
        string place,
        string reason
    )
    {
        var failure = Assert.Throws<AgeException>(() => Parse($"# a key\n{line}\n"));

        Assert.Equal(AgeFailure.BadIdentity, failure.Failure);
        Assert.Equal(code, failure.Diagnostic.Code);
        Assert.Equal(place, failure.Diagnostic.Location?.ToString());
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Trim(), Print(failure), StringComparison.Ordinal);
        Assert.Contains("(not shown)", Print(failure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n\n")]
    public void A_file_without_an_identity_is_refused(string text) =>
        Assert.Equal(AgeFailure.EmptyIdentityFile, Assert.Throws<AgeException>(() => Parse(text)).Failure);

    [Fact]
    public void A_file_that_is_not_text_is_refused() =>
        Assert.Equal(
            "HO0520",
            Assert.Throws<AgeException>(() => AgeIdentityFile.Parse([0xFF, 0xFE, 0x41, 0], "age.key")).Diagnostic.Code
        );

    [Fact]
    public void A_file_of_more_than_16_MiB_is_refused() =>
        Assert.Equal(
            "HO0519",
            Assert
                .Throws<AgeException>(() => AgeIdentityFile.Parse(new byte[(16 * 1024 * 1024) + 1], "age.key"))
                .Diagnostic.Code
        );

    [Fact]
    public void A_file_with_a_passphrase_is_opened_by_asking_once_and_the_answer_is_overwritten()
    {
        var asked = new List<string>();
        var answer = "test only".ToCharArray();

        var identities = AgeIdentityFile.Parse(
            TestKeys.Case("identities.age"),
            "age.key",
            about =>
            {
                asked.Add(about);
                return answer;
            }
        );

        Assert.Equal([TestKeys.Classic, TestKeys.Hybrid], identities.Select(static i => i.ToSecretLine()));
        Assert.Equal(["age.key"], asked);
        Assert.All(answer, static c => Assert.Equal('\0', c));
    }

    [Fact]
    public void A_binary_file_with_a_passphrase_is_opened_too()
    {
        var file = AgeFile.Encrypt(
            Encoding.UTF8.GetBytes(TestKeys.Classic),
            [AgePassphrase.Recipient("test only", workFactor: 2)],
            armor: false,
            new TestRandom().Fill
        );

        var identities = AgeIdentityFile.Parse(file, "age.key", _ => "test only".ToCharArray());

        Assert.Equal(TestKeys.Classic, Assert.Single(identities).ToSecretLine());
    }

    [Theory]
    [InlineData(null, AgeFailure.PassphraseNeeded)]
    [InlineData("", AgeFailure.PassphraseNeeded)]
    [InlineData("something else", AgeFailure.WrongPassphrase)]
    public void A_file_with_a_passphrase_stays_closed_without_the_right_one(string? answer, AgeFailure expected)
    {
        var failure = Assert.Throws<AgeException>(() =>
            AgeIdentityFile.Parse(TestKeys.Case("identities.age"), "age.key", _ => answer?.ToCharArray())
        );

        Assert.Equal(expected, failure.Failure);
        Assert.Equal("age.key", failure.Diagnostic.Location?.Path);
    }

    [Fact]
    public void Any_text_is_read_or_refused_without_a_crash() =>
        Gen.OneOf(
                Gen.String[0, 200],
                Pieces(
                    "AGE-SECRET-KEY-1",
                    "AGE-SECRET-KEY-PQ-1",
                    "QQQ",
                    "\n",
                    "\r",
                    "#",
                    "-----BEGIN ",
                    "PRIVATE KEY-----",
                    "1"
                )
                    .Array[0, 8]
                    .Select(string.Concat)
            )
            .Sample(
                text =>
                {
                    Assert.Throws<AgeException>(() => Parse(text));
                },
                iter: 2000
            );

    private static IReadOnlyList<AgeIdentity> Parse(string text) =>
        AgeIdentityFile.Parse(new SourceText("age.key", text));

    private static string Print(AgeException failure)
    {
        var writer = new StringWriter();
        DiagnosticPrinter.Print(writer, failure.Diagnostic);
        return writer.ToString();
    }

    private static Gen<string> Pieces(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}
