using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>
/// The key of one file and how a stanza's body holds it: ChaCha20-Poly1305 under a key that is used this once, so the nonce is zero
/// (age spec, sections "X25519 recipient stanza" and "scrypt recipient stanza").
/// </summary>
internal static class FileKey
{
    /// <summary>Bytes of a file key.</summary>
    public const int Size = 16;

    /// <summary>Bytes of a wrapped file key.</summary>
    public const int WrappedSize = Size + 16;

    public static byte[] Wrap(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> wrapKey, ReadOnlySpan<byte> nonce)
    {
        var body = new byte[WrappedSize];
        using var cipher = new ChaCha20Poly1305(wrapKey);
        cipher.Encrypt(nonce, fileKey, body.AsSpan(0, Size), body.AsSpan(Size));
        return body;
    }

    /// <returns>The file key, or null when the body was not made with this key.</returns>
    public static byte[]? Unwrap(ReadOnlySpan<byte> body, ReadOnlySpan<byte> wrapKey, ReadOnlySpan<byte> nonce)
    {
        var fileKey = KeyMemory.New(Size);
        using var cipher = new ChaCha20Poly1305(wrapKey);
        try
        {
            cipher.Decrypt(nonce, body[..Size], body[Size..], fileKey);
            return fileKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>
    /// The one argument of a stanza as bytes, its body checked to be a wrapped file key. Looking at the length before decrypting keeps
    /// out files that two different keys open.
    /// </summary>
    public static byte[] SingleArgument(Stanza stanza, int size)
    {
        var bytes = stanza.Arguments is [var argument]
            ? StrictBase64.Decode(System.Text.Encoding.ASCII.GetBytes(argument))
            : null;
        return bytes is not null && bytes.Length == size && stanza.Body.Length == WrappedSize
            ? bytes
            : throw AgeDiagnostics.DamagedHeader(
                $"the {stanza.Type} recipient has wrong arguments or a body of the wrong size"
            );
    }
}
