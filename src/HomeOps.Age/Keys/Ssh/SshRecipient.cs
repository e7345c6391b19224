using System.Security.Cryptography;
using System.Text;

namespace HomeOps.Age;

/// <summary>An SSH public key that files are encrypted to.</summary>
/// <param name="keyType">The name of its type, which is that of its stanzas too.</param>
/// <param name="blob">The key as SSH writes it.</param>
internal abstract class SshRecipient(string keyType, byte[] blob) : AgeRecipient
{
    private const int FingerprintSize = 4;

    private readonly byte[] fingerprint = SHA256.HashData(blob)[..FingerprintSize];

    /// <summary>The first argument of a stanza for this key.</summary>
    protected string FingerprintText => StrictBase64.Encode(fingerprint);

    /// <summary>Whether a stanza is for this key, going by the start of the key's SHA-256.</summary>
    /// <exception cref="AgeException">The stanza is for this type of key and does not say for which.</exception>
    public bool IsNamedBy(Stanza stanza)
    {
        if (!stanza.Is(keyType))
        {
            return false;
        }

        return
            stanza.Arguments is [var text, ..]
            && StrictBase64.Decode(Encoding.ASCII.GetBytes(text)) is { Length: FingerprintSize } bytes
            ? fingerprint.AsSpan().SequenceEqual(bytes)
            : throw AgeDiagnostics.DamagedHeader("the fingerprint of an SSH recipient is not four bytes");
    }

    /// <summary>Without the comment of the line it was read from.</summary>
    public sealed override string ToString() => $"{keyType} {Convert.ToBase64String(blob)}";
}
