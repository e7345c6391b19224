using System.Numerics;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>
/// An Ed25519 SSH key as recipient: the same key seen as an X25519 key, bound to its SSH form by a tweak
/// (filippo.io/age/agessh, "ssh-ed25519").
/// </summary>
internal sealed class SshEd25519Recipient : SshRecipient
{
    public const string KeyType = "ssh-ed25519";

    private static readonly BigInteger Prime = (BigInteger.One << 255) - 19;

    private readonly byte[] tweak = new byte[X25519.KeySize];

    /// <param name="point">A valid Ed25519 public key.</param>
    public SshEd25519Recipient(ReadOnlySpan<byte> point)
        : this(point, PublicBlob(point)) { }

    private SshEd25519Recipient(ReadOnlySpan<byte> point, byte[] blob)
        : base(KeyType, blob)
    {
        Key = ToMontgomery(point);

        // HKDF of no input at all; its first half is written out because OpenSSL refuses an empty key there.
        HKDF.Expand(HashAlgorithmName.SHA256, HMACSHA256.HashData(blob, ReadOnlySpan<byte>.Empty), tweak, Label);
    }

    public static ReadOnlySpan<byte> Label => "age-encryption.org/v1/ssh-ed25519"u8;

    /// <summary>The key as an X25519 public key.</summary>
    public byte[] Key { get; }

    /// <summary>The public key as SSH writes it.</summary>
    public static byte[] PublicBlob(ReadOnlySpan<byte> point) =>
        new SshWireWriter().String(KeyType).String(point).Written.ToArray();

    /// <summary>The key that wraps the file key, from the X25519 secret of one side and the point of the other.</summary>
    /// <returns>False when the point is one of the weak ones.</returns>
    public bool TryWrapKey(
        ReadOnlySpan<byte> secret,
        ReadOnlySpan<byte> point,
        ReadOnlySpan<byte> share,
        Span<byte> wrapKey
    )
    {
        Span<byte> agreed = stackalloc byte[X25519.KeySize];
        Span<byte> shared = stackalloc byte[X25519.KeySize];
        try
        {
            if (!X25519.TryAgree(secret, point, agreed) || !X25519.TryAgree(tweak, agreed, shared))
            {
                return false;
            }

            X25519.WrapKey(shared, share, Key, Label, wrapKey);
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(agreed);
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        Span<byte> secret = stackalloc byte[X25519.KeySize];
        Span<byte> wrapKey = stackalloc byte[32];
        try
        {
            random(secret);
            var share = X25519.PublicKey(secret);
            if (!TryWrapKey(secret, Key, share, wrapKey))
            {
                throw AgeDiagnostics.WeakRecipient(ToString());
            }

            return new Stanza(
                KeyType,
                [FingerprintText, StrictBase64.Encode(share)],
                FileKey.Wrap(fileKey, wrapKey, stackalloc byte[12])
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }

    // RFC 7748 section 4.1: u = (1 + y) / (1 - y).
    private static byte[] ToMontgomery(ReadOnlySpan<byte> point)
    {
        Span<byte> bytes = stackalloc byte[X25519.KeySize];
        point.CopyTo(bytes);
        bytes[^1] &= 0x7F;
        var y = new BigInteger(bytes, isUnsigned: true);
        var inverse = BigInteger.ModPow(Prime + 1 - y, Prime - 2, Prime);
        var u = (1 + y) * inverse % Prime;
        var result = new byte[X25519.KeySize];
        u.TryWriteBytes(result, out _, isUnsigned: true);
        return result;
    }
}
