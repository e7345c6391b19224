using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>
/// The key of a file's content and the count of its chunks (age spec, section "Payload", the STREAM construction): every chunk has its own
/// nonce, made from its number and a mark on the last one, so that chunks can be neither moved nor dropped unnoticed.
/// </summary>
internal sealed class PayloadKey : IDisposable
{
    /// <summary>Bytes of content in every chunk but the last.</summary>
    public const int ChunkSize = 64 * 1024;

    /// <summary>Bytes that encryption adds to each chunk.</summary>
    public const int TagSize = 16;

    /// <summary>Bytes of the nonce in front of the chunks.</summary>
    public const int NonceSize = 16;

    private readonly ChaCha20Poly1305 cipher;
    private ulong chunk;

    public PayloadKey(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, nonce, "payload"u8);
        cipher = new ChaCha20Poly1305(key);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Whether no chunk was sealed or opened yet.</summary>
    public bool AtFirstChunk => chunk == 0;

    /// <summary>Encrypts the next chunk.</summary>
    /// <param name="plaintext">At most <see cref="ChunkSize"/> bytes.</param>
    /// <param name="last">Whether it is the last one.</param>
    /// <param name="sealedChunk"><see cref="TagSize"/> bytes longer than the plaintext.</param>
    public void Seal(ReadOnlySpan<byte> plaintext, bool last, Span<byte> sealedChunk)
    {
        Span<byte> nonce = stackalloc byte[12];
        WriteNonce(nonce, last);
        cipher.Encrypt(nonce, plaintext, sealedChunk[..plaintext.Length], sealedChunk[plaintext.Length..]);
        chunk++;
    }

    /// <summary>Decrypts the next chunk; after a failure the same chunk can be tried again.</summary>
    /// <returns>Whether it is authentic.</returns>
    public bool TryOpen(ReadOnlySpan<byte> sealedChunk, bool last, Span<byte> plaintext)
    {
        Span<byte> nonce = stackalloc byte[12];
        WriteNonce(nonce, last);
        try
        {
            cipher.Decrypt(nonce, sealedChunk[..^TagSize], sealedChunk[^TagSize..], plaintext);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        chunk++;
        return true;
    }

    public void Dispose() => cipher.Dispose();

    private void WriteNonce(Span<byte> nonce, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(nonce[3..], chunk);
        nonce[11] = last ? (byte)1 : (byte)0;
    }
}
