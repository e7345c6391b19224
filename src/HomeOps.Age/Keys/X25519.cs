using System.Security.Cryptography;
using Field = Org.BouncyCastle.Math.EC.Rfc7748.X25519Field;

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
        Span<byte> basePoint = stackalloc byte[KeySize];
        basePoint.Clear();
        basePoint[0] = 9;
        Multiply(secret, basePoint, result);
        return result;
    }

    /// <summary>The secret that both sides can compute.</summary>
    /// <returns>False when it is all zeros: the point is one of the few that give the same secret to everybody.</returns>
    public static bool TryAgree(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> point, Span<byte> shared)
    {
        Multiply(secret, point, shared);
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

    // The Montgomery ladder of RFC 7748, section 5, on BouncyCastle's field; BouncyCastle's own ladder leaves a copy of the secret in memory. What a step
    // does is the same for either bit.
    private static void Multiply(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> point, Span<byte> result)
    {
        var x1 = Field.Create();
        var x2 = Field.Create();
        var z2 = Field.Create();
        var x3 = Field.Create();
        var z3 = Field.Create();
        var a = Field.Create();
        var b = Field.Create();
        Field.Decode255(point, x1);
        Field.One(x2);
        Field.Zero(z2);
        Field.Copy(x1, 0, x3, 0);
        Field.One(z3);
        var swap = 0;
        for (var bit = 254; bit >= 0; bit--)
        {
            var current = Bit(secret, bit);
            Field.CSwap(swap ^ current, x2, x3);
            Field.CSwap(swap ^ current, z2, z3);
            swap = current;
            Step(x1, x2, z2, x3, z3, a, b);
        }

        Field.CSwap(swap, x2, x3);
        Field.CSwap(swap, z2, z3);
        Field.Inv(z2, z2);
        Field.Mul(x2, z2, x2);
        Field.Normalize(x2);
        Field.Encode(x2, result);
        Array.Clear(x2);
        Array.Clear(z2);
        Array.Clear(x3);
        Array.Clear(z3);
        Array.Clear(a);
        Array.Clear(b);
    }

    // (x2 : z2) is doubled, and (x3 : z3) becomes the sum of the two.
    private static void Step(int[] x1, int[] x2, int[] z2, int[] x3, int[] z3, int[] a, int[] b)
    {
        Field.Apm(x2, z2, a, b);
        Field.Apm(x3, z3, x3, z3);
        Field.Mul(x3, b, x3);
        Field.Mul(z3, a, z3);
        Field.Sqr(a, a);
        Field.Sqr(b, b);
        Field.Mul(a, b, x2);
        Field.Sub(a, b, a);
        Field.Mul(a, 121666, z2);
        Field.Add(z2, b, z2);
        Field.Mul(z2, a, z2);
        Field.Apm(x3, z3, x3, z3);
        Field.Sqr(x3, x3);
        Field.Sqr(z3, z3);
        Field.Mul(z3, x1, z3);
    }

    // A bit of the clamped secret.
    private static int Bit(ReadOnlySpan<byte> secret, int bit) =>
        bit switch
        {
            254 => 1,
            < 3 => 0,
            _ => (secret[bit / 8] >> (bit % 8)) & 1,
        };
}
