using System.Reflection;
using System.Text;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Age.Tests;

public sealed class AgeDiagnosticsTests
{
    private const string Recipient = TestKeys.ClassicRecipient;

    [Fact]
    public void Every_text_is_the_one_that_was_reviewed()
    {
        var source = Location.OfFile("age.key");
        Stanza[] stanzas = [.. "aabcdef".Select(static c => new Stanza($"{c}", [], []))];
        AgeException[] all =
        [
            .. Enum.GetValues<Bech32Fault>().Select(static f => AgeDiagnostics.MalformedRecipient(Recipient, f)),
            AgeDiagnostics.UpperCaseRecipient(),
            AgeDiagnostics.PluginRecipient("age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t"),
            AgeDiagnostics.UnknownRecipient("hunter2"),
            AgeDiagnostics.UnknownRecipient(" age1"),
            AgeDiagnostics.IdentityAsRecipient(),
            AgeDiagnostics.WeakRecipient(Recipient),
            AgeDiagnostics.MalformedIdentity("there are blanks around it"),
            AgeDiagnostics.UnknownIdentity(),
            AgeDiagnostics.RecipientAsIdentity(),
            AgeDiagnostics.PluginIdentity(),
            AgeDiagnostics.EmptyIdentityFile(source),
            AgeDiagnostics.EmptyPassphrase(),
            AgeDiagnostics.PassphraseNeeded(),
            AgeDiagnostics.WrongPassphrase(),
            AgeDiagnostics.IdentityFileTooLarge(source),
            AgeDiagnostics.IdentityFileNotText(source),
            AgeDiagnostics.NoRecipients(),
            AgeDiagnostics.MixedRecipients(),
            AgeDiagnostics.PassphraseNotAlone(),
            AgeDiagnostics.NoMatch(stanzas[..1], []),
            AgeDiagnostics.NoMatch(stanzas[..3], [TestKeys.Identity("x25519")]),
            AgeDiagnostics.NoMatch(stanzas, [TestKeys.Identity("x25519"), TestKeys.Identity("hybrid")]),
            AgeDiagnostics.NotAnAgeFile(),
            AgeDiagnostics.UnknownVersion(),
            AgeDiagnostics.DamagedHeader("it ends too early"),
            AgeDiagnostics.ForgedHeader(),
            AgeDiagnostics.DamagedArmor("something follows its last line"),
            AgeDiagnostics.DamagedPayload("it is cut short"),
            AgeDiagnostics.TooMuchWork(23),
            AgeDiagnostics.MalformedSshKey("it is cut short"),
            AgeDiagnostics.UnsupportedSshKey(AgeFailure.BadRecipient, "ssh-dss"),
            AgeDiagnostics.WeakRsaKey(1024),
            AgeDiagnostics.MalformedSshPrivateKey("the text is not PEM"),
            AgeDiagnostics.ProtectedSshKey(),
        ];
        var text = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        foreach (var failure in all)
        {
            text.Write($"{failure.Failure}: ");
            DiagnosticPrinter.Print(text, failure.Diagnostic);
        }

        Golden.Verify("Cases/diagnostics.txt", text.ToString());
        var catalogue = typeof(AgeDiagnostics).GetMethods(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(
            catalogue.Count(static m => m.ReturnType == typeof(AgeException)),
            all.Select(static f => f.Diagnostic.Code).Distinct(StringComparer.Ordinal).Count()
        );
    }
}
