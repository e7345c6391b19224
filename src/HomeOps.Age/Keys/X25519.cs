using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>RFC 7748 X25519 and the key that age derives from it.</summary>
internal static class X25519
{
    /// <summary>Bytes of a secret, of a public key and of a shared secret.</summary>
    public const int KeySize = 32;

    /// <summary>The public key of a secret.</summary>
    public static byte[] PublicKey(ReadOnlySpan<byte> secret)
    {
        var result = new byte[KeySize];
        Org.BouncyCastle.Math.EC.Rfc7748.X25519.ScalarMultBase(secret, result);
        return result;
    }

    /// <summary>The secret that both sides can compute.</summary>
    /// <returns>False when it is all zeros: the point is one of the few that give the same secret to everybody.</returns>
    public static bool TryAgree(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> point, Span<byte> shared)
    {
        Org.BouncyCastle.Math.EC.Rfc7748.X25519.ScalarMult(secret, point, shared);
        Span<byte> zero = stackalloc byte[KeySize];
        zero.Clear();
        return !CryptographicOperations.FixedTimeEquals(shared, zero);
    }

    /// <summary>The key that wraps the file key.</summary>
    public static void WrapKey(
        ReadOnlySpan<byte> shared,
        ReadOnlySpan<byte> share,
        ReadOnlySpan<byte> recipient,
        ReadOnlySpan<byte> label,
        Span<byte> key
    )
    {
        Span<byte> salt = stackalloc byte[2 * KeySize];
        share.CopyTo(salt);
        recipient.CopyTo(salt[KeySize..]);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, key, salt, label);
    }
}
