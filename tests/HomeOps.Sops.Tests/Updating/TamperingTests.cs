using HomeOps.Text;

namespace HomeOps.Sops.Tests.Updating;

public sealed class TamperingTests : IDisposable
{
    private readonly Household home = new();
    private readonly string encrypted;

    public TamperingTests() => encrypted = home.Encrypt("user: alice\nport: 8080\nnote_unencrypted: free\n");

    public void Dispose() => home.Dispose();

    [Fact]
    public void A_renamed_key_is_found_with_its_place()
    {
        var failure = Fails(encrypted.Replace("user:", "name:", StringComparison.Ordinal));

        Assert.Equal(SopsFailure.BadValue, failure.Failure);
        Assert.Equal("HO0630", failure.Diagnostic.Code);
        Assert.Equal(1, failure.Diagnostic.Location?.Start.Line);
    }

    [Fact]
    public void A_plaintext_added_by_hand_is_refused_and_not_shown()
    {
        var failure = Fails("added: hunter2\n" + encrypted);

        Assert.Equal(SopsFailure.BadValue, failure.Failure);
        Assert.Equal("HO0631", failure.Diagnostic.Code);
        var printed = new StringWriter();
        DiagnosticPrinter.Print(printed, failure.Diagnostic);
        Assert.DoesNotContain("hunter2", printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_added_by_hand_is_refused() =>
        Assert.Equal(SopsFailure.WrongKind, Fails("added: 4711\n" + encrypted).Failure);

    [Fact]
    public void A_changed_type_is_refused() =>
        Assert.Equal(
            SopsFailure.BadValue,
            Fails(
                Replace(encrypted, static l => l.StartsWith("user", StringComparison.Ordinal), "type:str", "type:int")
            ).Failure
        );

    [Fact]
    public void A_removed_value_is_found() =>
        Assert.Equal(
            SopsFailure.MacMismatch,
            Fails(encrypted[(encrypted.IndexOf('\n', StringComparison.Ordinal) + 1)..]).Failure
        );

    [Fact]
    public void A_changed_plain_value_is_found() =>
        Assert.Equal(
            SopsFailure.MacMismatch,
            Fails(encrypted.Replace("free", "other", StringComparison.Ordinal)).Failure
        );

    [Fact]
    public void The_MAC_check_can_be_left_out() =>
        Assert.Contains(
            "note_unencrypted: other",
            SopsFormat
                .Yaml.Decrypt(
                    Household.Source(encrypted.Replace("free", "other", StringComparison.Ordinal)),
                    home.Keys,
                    ignoreMac: true
                )
                .ToText(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_changed_time_makes_the_MAC_unreadable() =>
        Assert.Equal(
            "HO0641",
            Fails(encrypted.Replace("12:00:00", "12:00:01", StringComparison.Ordinal)).Diagnostic.Code
        );

    [Theory]
    [InlineData("  mac: ", "  mac: \"\"", "HO0640")]
    [InlineData("  version: ", "  version: \"\"", "HO0611")]
    [InlineData("  lastmodified: ", "  lastmodified: soon", "HO0613")]
    [InlineData("  unencrypted_suffix: ", "  unencrypted_suffix: _a\n  encrypted_regex: b", "HO0612")]
    public void Metadata_that_lack_something_are_refused(string line, string replacement, string code) =>
        Assert.Equal(
            code,
            Fails(
                string.Join(
                    '\n',
                    encrypted.Split('\n').Select(l => l.StartsWith(line, StringComparison.Ordinal) ? replacement : l)
                )
            ).Diagnostic.Code
        );

    [Fact]
    public void No_changed_character_of_a_value_gives_another_plaintext()
    {
        var plain = home.Decrypt(encrypted);
        var unnoticed = 0;
        var end = encrypted.IndexOf('\n', StringComparison.Ordinal);
        for (var i = "user: ENC[AES256_GCM,data:".Length; i < end; i++)
        {
            var changed = encrypted[..i] + (encrypted[i] == 'A' ? 'B' : 'A') + encrypted[(i + 1)..];
            try
            {
                Assert.Equal(plain, home.Decrypt(changed));
                unnoticed++;
            }
            catch (SopsException)
            {
                continue;
            }
        }

        // The last digit of each of the three base64 texts has bits that mean nothing.
        Assert.InRange(unnoticed, 0, 3);
    }

    [Theory]
    [InlineData("", SopsFailure.EmptyFile)]
    [InlineData("# only a comment\n", SopsFailure.BadInput)]
    [InlineData("- a\n", SopsFailure.BadInput)]
    [InlineData("text\n", SopsFailure.BadInput)]
    [InlineData("a: 1\na: 2\n", SopsFailure.BadInput)]
    [InlineData("1: a\n", SopsFailure.NotEncryptable)]
    [InlineData("? [a]\n: b\n", SopsFailure.BadInput)]
    [InlineData("a: 18446744073709551615\n", SopsFailure.NotEncryptable)]
    [InlineData("a: *missing\n", SopsFailure.BadInput)]
    [InlineData("a: 1\nsops: x\n", SopsFailure.AlreadyEncrypted)]
    public void Plaintext_that_SOPS_cannot_hold_is_refused(string plain, SopsFailure expected)
    {
        var failure = Assert.Throws<SopsException>(() => home.Encrypt(plain));

        Assert.Equal(expected, failure.Failure);
    }

    [Fact]
    public void A_finding_about_plaintext_shows_nothing_of_it()
    {
        var failure = Assert.Throws<SopsException>(() => home.Encrypt("a: 1\npassword: *hunter2\n"));

        var printed = new StringWriter();
        DiagnosticPrinter.Print(printed, failure.Diagnostic);
        Assert.DoesNotContain("hunter2", printed.ToString(), StringComparison.Ordinal);
        Assert.Contains("secret.sops.yaml:2:11", printed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token: hunter2\n", "HO0601")]
    [InlineData("a: 1\ntoken: \"hunter2\n", "HO0204")]
    [InlineData("token: *hunter2\n", "HO0207")]
    public void Reading_a_file_that_was_left_in_plaintext_shows_nothing_of_it(string text, string code)
    {
        var failure = Fails(text);

        Assert.Equal(code, failure.Diagnostic.Code);
        var printed = new StringWriter();
        DiagnosticPrinter.Print(printed, failure.Diagnostic);
        Assert.DoesNotContain("hunter2", printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_line_of_an_encrypted_file_is_shown()
    {
        var failure = Fails(encrypted.Replace("\nport: ", "\nport: |", StringComparison.Ordinal));

        Assert.Equal("HO0214", failure.Diagnostic.Code);
        Assert.Equal(2, failure.Diagnostic.Location?.Start.Line);
        Assert.Contains("ENC[", failure.Diagnostic.Location?.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_file_is_not_encrypted()
    {
        Assert.Equal(SopsFailure.NotEncrypted, Fails("a: 1\n").Failure);
        Assert.False(SopsFormat.Yaml.Status(Household.Source("a: 1\n")).IsEncrypted);
    }

    [Fact]
    public void A_file_nobody_can_open_names_its_recipients_and_the_keys_that_were_tried()
    {
        using var strangers = new SopsKeyRing([
            KeySource.FromIdentities("/home/u/age.key", [Age.AgeKeygen.Generate(false, home.Context.Random)]),
            KeySource.FromFile("/home/u/broken.key", "not a key"),
        ]);

        var failure = Assert.Throws<SopsException>(() =>
            SopsFormat.Yaml.Decrypt(Household.Source(encrypted), strangers)
        );

        Assert.Equal(SopsFailure.NoKey, failure.Failure);
        Assert.Contains(
            home.Identity.Recipient?.ToString() ?? "?",
            failure.Diagnostic.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("/home/u/age.key (age1", failure.Diagnostic.Hint, StringComparison.Ordinal);
        Assert.Contains("/home/u/broken.key (unusable: ", failure.Diagnostic.Hint, StringComparison.Ordinal);
    }

    private SopsException Fails(string text) => Assert.Throws<SopsException>(() => home.Decrypt(text));

    private static string Replace(string text, Predicate<string> line, string old, string replacement) =>
        string.Join(
            '\n',
            text.Split('\n').Select(l => line(l) ? l.Replace(old, replacement, StringComparison.Ordinal) : l)
        );
}
