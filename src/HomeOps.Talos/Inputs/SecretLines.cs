using System.Text.RegularExpressions;

namespace HomeOps.Talos.Inputs;

/// <summary>Lines that may hold a secret by their look.</summary>
internal static partial class SecretLines
{
    /// <summary>Whether a line names a key whose value is secret, or holds a long run of base64.</summary>
    public static bool MayHoldOne(string line) => Key().IsMatch(line) || Base64().IsMatch(line);

    // Milliseconds, for one line.
    private const int MatchTimeout = 1000;

    // Keys of machine configs and documents (talos.md 2.3); 'secret' and 'Secret' end several.
    [GeneratedRegex(
        """(?:token|key|crt|cert|secret|passphrase|password|auth|identityToken|privateKey|presharedKey|apiToken|EncryptionSecret|PRIVATE)["']?\s*:""",
        RegexOptions.IgnoreCase,
        MatchTimeout
    )]
    private static partial Regex Key();

    [GeneratedRegex("""[A-Za-z0-9+/]{40,}""", RegexOptions.None, MatchTimeout)]
    private static partial Regex Base64();
}
