using System.Text;

namespace HomeOps.Age;

/// <summary>The first argument of a stanza for an SSH key: which key it is for.</summary>
internal static class SshFingerprint
{
    /// <exception cref="AgeException">The argument is not four bytes in base64.</exception>
    public static bool Matches(string argument, ReadOnlySpan<byte> fingerprint) =>
        StrictBase64.Decode(Encoding.ASCII.GetBytes(argument)) is { Length: SshEd25519Recipient.FingerprintSize } bytes
            ? fingerprint.SequenceEqual(bytes)
            : throw AgeDiagnostics.DamagedHeader("the fingerprint of an SSH recipient is not four bytes");
}
