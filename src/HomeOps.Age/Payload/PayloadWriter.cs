using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Encrypts the content of a file behind its header, one chunk in memory at a time.</summary>
internal static class PayloadWriter
{
    /// <summary>Encrypts what is in memory already.</summary>
    public static void Write(ReadOnlySpan<byte> plaintext, Stream output, ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        using var key = Begin(output, fileKey, random);
        var sealedChunk = new byte[Math.Min(plaintext.Length, PayloadKey.ChunkSize) + PayloadKey.TagSize];
        for (; plaintext.Length > PayloadKey.ChunkSize; plaintext = plaintext[PayloadKey.ChunkSize..])
        {
            Seal(key, plaintext[..PayloadKey.ChunkSize], last: false, sealedChunk, output);
        }

        Seal(key, plaintext, last: true, sealedChunk, output);
    }

    /// <summary>Encrypts a stream to its end.</summary>
    public static void Write(Stream plaintext, Stream output, ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        using var key = Begin(output, fileKey, random);
        var chunk = new byte[PayloadKey.ChunkSize];
        var next = new byte[PayloadKey.ChunkSize];
        var sealedChunk = new byte[PayloadKey.ChunkSize + PayloadKey.TagSize];
        try
        {
            var length = plaintext.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
            while (true)
            {
                // Whether a full chunk is the last one is known only after looking behind it.
                var ahead =
                    length == chunk.Length ? plaintext.ReadAtLeast(next, next.Length, throwOnEndOfStream: false) : 0;
                Seal(key, chunk.AsSpan(0, length), last: ahead == 0, sealedChunk, output);
                if (ahead == 0)
                {
                    return;
                }

                (chunk, next, length) = (next, chunk, ahead);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(chunk);
            CryptographicOperations.ZeroMemory(next);
        }
    }

    private static PayloadKey Begin(Stream output, ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        Span<byte> nonce = stackalloc byte[PayloadKey.NonceSize];
        random(nonce);
        output.Write(nonce);
        return new PayloadKey(fileKey, nonce);
    }

    private static void Seal(PayloadKey key, ReadOnlySpan<byte> chunk, bool last, Span<byte> buffer, Stream output)
    {
        var sealedChunk = buffer[..(chunk.Length + PayloadKey.TagSize)];
        key.Seal(chunk, last, sealedChunk);
        output.Write(sealedChunk);
    }
}
