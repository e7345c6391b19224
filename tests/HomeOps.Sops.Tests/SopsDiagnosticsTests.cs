using System.Text;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Sops.Tests;

/// <summary>Every sentence and hint, as people read them.</summary>
public sealed class SopsDiagnosticsTests
{
    private static readonly Location At = new SourceText("secret.sops.yaml", "key: value\n").At(5, 5);

    private static readonly Diagnostic[] All =
    [
        SopsDiagnostics.NotEncrypted(At),
        SopsDiagnostics.AlreadyEncrypted(At),
        SopsDiagnostics.Empty(At),
        SopsDiagnostics.TopLevelNotMap(At),
        SopsDiagnostics.KeyNotString(At),
        SopsDiagnostics.DuplicateKey("key", At),
        SopsDiagnostics.UnreadableScalar(At),
        SopsDiagnostics.Malformed("JSON", "it breaks off", At),
        SopsDiagnostics.TooManyNodes(At),
        SopsDiagnostics.MetadataNotMap(At),
        SopsDiagnostics.NoVersion(At),
        SopsDiagnostics.TwoSelectors("encrypted_regex", "encrypted_suffix", At),
        SopsDiagnostics.BadLastModified(At),
        SopsDiagnostics.NoKeysInFile(At),
        SopsDiagnostics.BadMetadataField("age", At),
        SopsDiagnostics.CannotRelock(At),
        SopsDiagnostics.MalformedPlaintext("HO0207", At),
        SopsDiagnostics.DamagedFile("HO0207", At),
        SopsDiagnostics.NoKey(["age1abc"], ["pgp"], [], 1, 2, At),
        SopsDiagnostics.BadKeySource("age.key", "line 2: this is not a valid identity"),
        SopsDiagnostics.CannotDecrypt("stringData.token", At),
        SopsDiagnostics.PlainInEncryptedPlace("stringData.token", At),
        SopsDiagnostics.WrongType("stringData.token", "int", At),
        SopsDiagnostics.NotStringInEncryptedPlace("stringData.token", At),
        SopsDiagnostics.NoMac(At),
        SopsDiagnostics.MacUnreadable(At),
        SopsDiagnostics.MacMismatch(At),
        SopsDiagnostics.BadConfig("the top level is not a map", At),
        SopsDiagnostics.UnknownRuleKey("path_regexp", "path_regex", true, At),
        SopsDiagnostics.UnknownRuleKey("colour", null, false, At),
        SopsDiagnostics.WrongConfigName(".sops.yml"),
        SopsDiagnostics.NoMatchingRule("talos/a.sops.yaml", At),
        SopsDiagnostics.BadExpression("path_regex", "error parsing regexp: missing closing ]: `[a`", At),
        SopsDiagnostics.EmptyKeyGroup(At),
        SopsDiagnostics.NegativeIndent(At),
        SopsDiagnostics.SeveralGroups(At),
        SopsDiagnostics.BadRecipient(Diagnostic.Error("HO0501", "'age1zzz' is no key", null, "copy it again"), At),
        SopsDiagnostics.OnlyForeignKeys(["pgp"], At),
        SopsDiagnostics.ForeignKeysIgnored(["pgp", "kms"], At),
        SopsDiagnostics.Complex("a dotenv file", "key", At),
        SopsDiagnostics.NotExpressible("JSON", "a number that is infinite or no number", At),
        SopsDiagnostics.NoSuchPath("[\"a\"]", At),
        SopsDiagnostics.BadPath("a"),
        SopsDiagnostics.ComplexEnvironment("key", At),
        SopsDiagnostics.NobodyLeft(At),
    ];

    [Fact]
    public void Findings_read_as_they_did()
    {
        var text = new StringBuilder();
        foreach (var diagnostic in All.OrderBy(static d => d.Code, StringComparer.Ordinal))
        {
            text.Append(diagnostic).Append('\n');
            foreach (var line in (diagnostic.Hint ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        Golden.Verify("Cases/diagnostics.txt", text.ToString());
    }

    [Fact]
    public void No_two_findings_share_a_code() =>
        Assert.Equal(All.Select(static d => d.Code).Distinct(StringComparer.Ordinal).Count() + 1, All.Length);

    [Fact]
    public void Long_recipients_are_shown_in_part() =>
        Assert.Equal("age1pq1aaaaaaaaaaaaaaaaa…aaaaaaaa", SopsDiagnostics.Shorten("age1pq1" + new string('a', 1952)));
}
