namespace HomeOps.Age;

/// <summary>RFC 8032 Ed25519 keys.</summary>
internal static class Ed25519
{
    /// <summary>Bytes of a seed and of a public key.</summary>
    public const int KeySize = 32;

    public static byte[] PublicKey(ReadOnlySpan<byte> seed)
    {
        var result = new byte[KeySize];
        Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.GeneratePublicKey(seed, result);
        return result;
    }

    /// <summary>Whether the bytes are a point of the large subgroup, as every honest key is.</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> bytes) =>
        bytes.Length == KeySize && Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.ValidatePublicKeyFull(bytes);
}
