using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>
/// The key schedule of RFC 9180 in base mode, for one message: X-Wing as KEM, HKDF-SHA256, ChaCha20-Poly1305.
/// </summary>
internal static class Hpke
{
    /// <summary>Bytes of the message's key.</summary>
    public const int KeySize = 32;

    /// <summary>Bytes of the message's nonce.</summary>
    public const int NonceSize = 12;

    // "HPKE", KEM 0x647A, KDF 0x0001, AEAD 0x0003
    private static ReadOnlySpan<byte> Suite => [0x48, 0x50, 0x4B, 0x45, 0x64, 0x7A, 0x00, 0x01, 0x00, 0x03];

    /// <summary>Key and nonce of the first message.</summary>
    /// <param name="shared">What the KEM gave.</param>
    /// <param name="info">What the message is for.</param>
    /// <param name="key">Receives <see cref="KeySize"/> bytes.</param>
    /// <param name="nonce">Receives <see cref="NonceSize"/> bytes.</param>
    public static void Schedule(ReadOnlySpan<byte> shared, ReadOnlySpan<byte> info, Span<byte> key, Span<byte> nonce)
    {
        var secret = Extract(shared, "secret"u8, []);
        byte[] context = [0, .. Extract([], "psk_id_hash"u8, []), .. Extract([], "info_hash"u8, info)];
        Expand(secret, "key"u8, context, key);
        Expand(secret, "base_nonce"u8, context, nonce);
        CryptographicOperations.ZeroMemory(secret);
    }

    private static byte[] Extract(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> input)
    {
        byte[] labeled = [.. "HPKE-v1"u8, .. Suite, .. label, .. input];
        var result = new byte[32];
        HKDF.Extract(HashAlgorithmName.SHA256, labeled, salt, result);
        return result;
    }

    private static void Expand(
        ReadOnlySpan<byte> secret,
        ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> context,
        Span<byte> output
    )
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)output.Length);
        byte[] labeled = [.. length, .. "HPKE-v1"u8, .. Suite, .. label, .. context];
        HKDF.Expand(HashAlgorithmName.SHA256, secret, output, labeled);
    }
}
