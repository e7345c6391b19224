using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>
/// How ssh-keygen protects a private key by default: bcrypt makes a key of the passphrase, AES-256 in counter mode encrypts with it.
/// </summary>
internal sealed class OpenSshProtection
{
    private const int KeySize = 32;
    private const int BlockSize = 16;

    // ssh-keygen uses 16 or 24. A thousand take ten seconds; a hostile file may ask for four thousand million.
    private const int MaxRounds = 1000;

    private readonly byte[] salt;
    private readonly int rounds;

    private OpenSshProtection(byte[] salt, int rounds)
    {
        this.salt = salt;
        this.rounds = rounds;
    }

    /// <summary>Reads what a key file says about its protection.</summary>
    /// <exception cref="AgeException">It is protected in some other way, or damaged.</exception>
    public static OpenSshProtection Parse(
        ReadOnlySpan<byte> cipher,
        ReadOnlySpan<byte> derivation,
        ReadOnlySpan<byte> options
    )
    {
        if (!cipher.SequenceEqual("aes256-ctr"u8) || !derivation.SequenceEqual("bcrypt"u8))
        {
            throw AgeDiagnostics.ProtectedSshKey();
        }

        var reader = new SshWireReader(options);
        return
            reader.TryReadString(out var salt)
            && !salt.IsEmpty
            && reader.TryReadUInt32(out var rounds)
            && rounds is >= 1 and <= MaxRounds
            ? new OpenSshProtection(salt.ToArray(), (int)rounds)
            : throw AgeDiagnostics.MalformedSshPrivateKey("the parameters of its passphrase are out of bounds");
    }

    /// <summary>Decrypts the private part of a key.</summary>
    /// <param name="encrypted">The private part.</param>
    /// <param name="passphrase">In UTF-8.</param>
    /// <returns>For the caller to clear. Without sense if the passphrase is wrong.</returns>
    public byte[] Remove(ReadOnlySpan<byte> encrypted, ReadOnlySpan<byte> passphrase)
    {
        Span<byte> key = stackalloc byte[KeySize + BlockSize];
        BcryptPbkdf.Derive(passphrase, salt, rounds, key);
        var plaintext = KeyMemory.New(encrypted.Length);
        encrypted.CopyTo(plaintext);
        ApplyCounterMode(key[..KeySize], key[KeySize..], plaintext);
        CryptographicOperations.ZeroMemory(key);
        return plaintext;
    }

    private static void ApplyCounterMode(ReadOnlySpan<byte> key, ReadOnlySpan<byte> start, Span<byte> text)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        var counter = BinaryPrimitives.ReadUInt128BigEndian(start);
        Span<byte> block = stackalloc byte[BlockSize];
        for (; !text.IsEmpty; text = text[Math.Min(BlockSize, text.Length)..])
        {
            BinaryPrimitives.WriteUInt128BigEndian(block, counter++);
            aes.EncryptEcb(block, block, PaddingMode.None);
            for (var i = 0; i < Math.Min(BlockSize, text.Length); i++)
            {
                text[i] ^= block[i];
            }
        }
    }
}
