using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HomeOps.Sops.Ciphering;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D) with an initialization vector of any length: SOPS writes 32 bytes, the class library's own takes
/// 12 only. One key for many values; the key is in memory that the collector does not move, and is cleared when this is disposed of.
/// </summary>
internal sealed class AesGcm256 : IDisposable
{
    public const int TagLength = 16;

    // Blocks of key stream made at once, so that the processor works on several at a time.
    private const int StreamLength = 32 * Aes256.BlockLength;

    private readonly Aes256 aes;
    private readonly GhashKey hashKey;

    /// <param name="key">32 bytes; copied.</param>
    public AesGcm256(ReadOnlySpan<byte> key)
        : this(Aes256.Create(key), CarrylessProduct.OfProcessor) { }

    /// <summary>For comparing one way of computing with another.</summary>
    internal AesGcm256(Aes256 aes, CarrylessProduct product)
    {
        this.aes = aes;
        Span<byte> subkey = stackalloc byte[Aes256.BlockLength];
        subkey.Clear();
        aes.Encrypt(subkey);
        hashKey = new GhashKey(subkey, product);
        CryptographicOperations.ZeroMemory(subkey);
    }

    /// <summary>Encrypts; returns ciphertext and the 16-byte tag.</summary>
    public (byte[] Data, byte[] Tag) Seal(
        ReadOnlySpan<byte> iv,
        ReadOnlySpan<byte> additional,
        ReadOnlySpan<byte> plain
    )
    {
        Span<byte> counter = stackalloc byte[Aes256.BlockLength];
        InitialCounter(iv, counter);
        var data = new byte[plain.Length];
        Cipher(counter, plain, data);
        var tag = new byte[TagLength];
        Tag(counter, additional, data, tag);
        return (data, tag);
    }

    /// <summary>Decrypts; null when the tag does not fit key, vector, path and ciphertext.</summary>
    public byte[]? Open(
        ReadOnlySpan<byte> iv,
        ReadOnlySpan<byte> additional,
        ReadOnlySpan<byte> data,
        ReadOnlySpan<byte> tag
    )
    {
        if (iv.IsEmpty || tag.Length != TagLength)
        {
            return null;
        }

        Span<byte> counter = stackalloc byte[Aes256.BlockLength];
        InitialCounter(iv, counter);
        Span<byte> expected = stackalloc byte[TagLength];
        Tag(counter, additional, data, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, tag))
        {
            return null;
        }

        var plain = new byte[data.Length];
        Cipher(counter, data, plain);
        return plain;
    }

    public void Dispose()
    {
        aes.Dispose();
        hashKey.Dispose();
    }

    // J0 of SP 800-38D section 7.1.
    private void InitialCounter(ReadOnlySpan<byte> iv, Span<byte> counter)
    {
        if (iv.Length == 12)
        {
            iv.CopyTo(counter);
            BinaryPrimitives.WriteUInt32BigEndian(counter[12..], 1);
            return;
        }

        var hash = new Ghash(hashKey);
        hash.Append(iv);
        hash.Finish(0, iv.Length, counter);
    }

    private void Tag(ReadOnlySpan<byte> counter, ReadOnlySpan<byte> additional, ReadOnlySpan<byte> data, Span<byte> tag)
    {
        var hash = new Ghash(hashKey);
        hash.Append(additional);
        hash.Append(data);
        hash.Finish(additional.Length, data.Length, tag);
        Span<byte> mask = stackalloc byte[Aes256.BlockLength];
        counter.CopyTo(mask);
        aes.Encrypt(mask);
        Xor(tag, mask, tag);
    }

    // Counter mode from the block behind J0 on; the last 32 bits count and wrap around.
    private void Cipher(ReadOnlySpan<byte> counter, ReadOnlySpan<byte> input, Span<byte> output)
    {
        Span<byte> stream = stackalloc byte[StreamLength];
        var count = BinaryPrimitives.ReadUInt32BigEndian(counter[12..]);
        while (!input.IsEmpty)
        {
            var length = Math.Min(input.Length, StreamLength);
            var blocks = stream[..((length + Aes256.BlockLength - 1) / Aes256.BlockLength * Aes256.BlockLength)];
            for (var at = 0; at < blocks.Length; at += Aes256.BlockLength)
            {
                counter[..12].CopyTo(blocks[at..]);
                BinaryPrimitives.WriteUInt32BigEndian(blocks[(at + 12)..], ++count);
            }

            aes.Encrypt(blocks);
            Xor(input[..length], blocks, output);
            input = input[length..];
            output = output[length..];
        }

        // With the ciphertext it gives the plaintext.
        CryptographicOperations.ZeroMemory(stream);
    }

    private static void Xor(ReadOnlySpan<byte> input, ReadOnlySpan<byte> mask, Span<byte> output)
    {
        for (var i = 0; i < input.Length; i++)
        {
            output[i] = (byte)(input[i] ^ mask[i]);
        }
    }
}
