using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Decrypts the content of a file, one chunk in memory at a time. Only authentic chunks reach the output.</summary>
internal static class PayloadReader
{
    /// <summary>Decrypts to the end.</summary>
    /// <param name="source">Behind the header.</param>
    /// <param name="output">Receives authentic chunks.</param>
    /// <param name="fileKey">16 bytes.</param>
    /// <param name="maxContent">The content is known to have no more bytes than this, or has any number if this is a chunk or more.</param>
    /// <exception cref="AgeException">The content was changed, cut short, or something follows it.</exception>
    public static void Read(IByteSource source, Stream output, ReadOnlySpan<byte> fileKey, int maxContent)
    {
        Span<byte> nonce = stackalloc byte[PayloadKey.NonceSize];
        if (source.ReadFully(nonce) < nonce.Length)
        {
            throw AgeDiagnostics.DamagedHeader("the file ends with it");
        }

        using var key = new PayloadKey(fileKey, nonce);
        var size = Math.Min(maxContent, PayloadKey.ChunkSize);
        var sealedChunk = new byte[size + PayloadKey.TagSize];
        var chunk = KeyMemory.New(size);
        try
        {
            while (!ReadChunk(source, output, key, sealedChunk, chunk)) { }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(chunk);
        }

        if (source.ReadByte() >= 0)
        {
            throw AgeDiagnostics.DamagedPayload("something follows its end");
        }
    }

    // Returns whether it was the last chunk.
    private static bool ReadChunk(IByteSource source, Stream output, PayloadKey key, byte[] buffer, byte[] plaintext)
    {
        var length = source.ReadFully(buffer);
        if (length < PayloadKey.TagSize)
        {
            throw AgeDiagnostics.DamagedPayload("it is cut short");
        }

        var sealedChunk = buffer.AsSpan(0, length);
        var chunk = plaintext.AsSpan(0, length - PayloadKey.TagSize);
        if (chunk.IsEmpty && !key.AtFirstChunk)
        {
            throw AgeDiagnostics.DamagedPayload("its last chunk is empty");
        }

        var last = false;
        if (length < buffer.Length || !key.TryOpen(sealedChunk, last: false, chunk))
        {
            last = true;
            if (!key.TryOpen(sealedChunk, last: true, chunk))
            {
                throw AgeDiagnostics.DamagedPayload("a chunk was changed or the rest is missing");
            }
        }

        output.Write(chunk);
        return last;
    }
}
