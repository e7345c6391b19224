using System.Text.RegularExpressions;
using HomeOps.Text;

namespace HomeOps.Talos.Inputs;

/// <summary>Keeps findings from showing lines that may hold a secret.</summary>
internal static partial class SecretLines
{
    /// <summary>The finding, its line not shown when it names a key whose value is secret, or is a long run of base64.</summary>
    public static Diagnostic Hidden(Diagnostic finding) =>
        finding.Location is { } at && IsSecret(Line(at)) ? finding with { Location = at.Hidden() } : finding;

    private static bool IsSecret(string line) => Key().IsMatch(line) || Base64().IsMatch(line);

    private static ReadOnlySpan<char> LineOf(string text, int at)
    {
        var from = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var to = text.IndexOf('\n', at);
        return text.AsSpan(from..(to < 0 ? text.Length : to));
    }

    private static string Line(Location at) =>
        at.Source.Text.Length == 0
            ? ""
            : LineOf(at.Source.Text, Math.Min(at.Span.Start, at.Source.Text.Length - 1)).ToString();

    // Keys of machine configs and documents (talos.md 2.3); 'secret' and 'Secret' end several.
    [GeneratedRegex(
        """(?:token|key|crt|cert|secret|passphrase|password|auth|identityToken|privateKey|presharedKey|apiToken|EncryptionSecret|PRIVATE)["']?\s*:""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Key();

    [GeneratedRegex("""[A-Za-z0-9+/]{40,}""")]
    private static partial Regex Base64();
}
