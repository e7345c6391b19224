using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Encrypts and decrypts age files (https://age-encryption.org/v1), binary or armored.</summary>
public static class AgeFile
{
    /// <summary>Encrypts bytes.</summary>
    /// <param name="plaintext">What to hide.</param>
    /// <param name="recipients">Each of them can open the file; at least one.</param>
    /// <param name="armor">Text instead of bytes; it ends with a line end.</param>
    /// <param name="random">Pass <c>RandomNumberGenerator.Fill</c>.</param>
    /// <exception cref="AgeException">There is no recipient, or not all of them can share a file.</exception>
    public static byte[] Encrypt(
        ReadOnlySpan<byte> plaintext,
        IReadOnlyList<AgeRecipient> recipients,
        bool armor,
        RandomFill random
    )
    {
        var output = new MemoryStream();
        using var file = new Encryption(output, recipients, armor, random);
        file.Write(plaintext);
        return output.ToArray();
    }

    /// <summary>Encrypts a stream in constant memory.</summary>
    /// <param name="plaintext">Read to its end.</param>
    /// <param name="output">Left open.</param>
    /// <param name="recipients">Each of them can open the file; at least one.</param>
    /// <param name="armor">Text instead of bytes; it ends with a line end.</param>
    /// <param name="random">Pass <c>RandomNumberGenerator.Fill</c>.</param>
    /// <exception cref="AgeException">There is no recipient, or not all of them can share a file; nothing was written.</exception>
    public static void Encrypt(
        Stream plaintext,
        Stream output,
        IReadOnlyList<AgeRecipient> recipients,
        bool armor,
        RandomFill random
    )
    {
        using var file = new Encryption(output, recipients, armor, random);
        file.Write(plaintext);
    }

    /// <summary>Decrypts a whole file. Armor is recognised.</summary>
    /// <param name="file">Binary or armored.</param>
    /// <param name="identities">Tried in order.</param>
    /// <returns>The content, for the caller to clear if it is a key; the collector does not move up to 64 KiB of it.</returns>
    /// <exception cref="AgeException">The file is damaged or not for any of the identities.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> file, IReadOnlyList<AgeIdentity> identities)
    {
        // Content is never longer than its file, so the buffer never grows and leaves no copy behind.
        var buffer = Buffer(file.Length);
        try
        {
            var output = new MemoryStream(buffer);
            Decrypt(new MemoryStream(file.ToArray(), writable: false), output, identities, file.Length);
            var content = Buffer((int)output.Position);
            buffer.AsSpan(0, content.Length).CopyTo(content);
            return content;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Decrypts a stream in constant memory. Armor is recognised.</summary>
    /// <param name="file">Binary or armored, read to its end.</param>
    /// <param name="output">
    /// Left open. Receives authentic content only, but in case of an exception perhaps not all of it: a caller that writes a file must
    /// then discard it.
    /// </param>
    /// <param name="identities">Tried in order.</param>
    /// <exception cref="AgeException">The file is damaged or not for any of the identities.</exception>
    public static void Decrypt(Stream file, Stream output, IReadOnlyList<AgeIdentity> identities) =>
        Decrypt(file, output, identities, PayloadKey.ChunkSize);

    private static void Decrypt(Stream file, Stream output, IReadOnlyList<AgeIdentity> identities, int maxContent)
    {
        var source = ArmorDetection.Open(file);
        var header = HeaderReader.Read(source);
        var fileKey = Unwrapping.FindFileKey(header, identities);
        try
        {
            if (!header.IsAuthentic(fileKey))
            {
                throw AgeDiagnostics.ForgedHeader();
            }

            PayloadReader.Read(source, output, fileKey, maxContent);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    // What is small may be a key, so the collector must not move it; the rest of the memory would suffer from large ones.
    private static byte[] Buffer(int length) =>
        length <= PayloadKey.ChunkSize ? KeyMemory.New(length) : new byte[length];
}
