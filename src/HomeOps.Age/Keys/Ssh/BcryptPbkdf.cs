using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>bcrypt_pbkdf of OpenBSD: the key that protects an OpenSSH private key, from its passphrase.</summary>
internal static class BcryptPbkdf
{
    private const int BlockSize = 32;

    /// <summary>Derives a key.</summary>
    /// <param name="passphrase">Not empty.</param>
    /// <param name="salt">Not empty.</param>
    /// <param name="rounds">At least 1; each takes some milliseconds.</param>
    /// <param name="key">Filled.</param>
    public static void Derive(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, int rounds, Span<byte> key)
    {
        var initialState = Blowfish.InitialState();
        var hashedPassphrase = SHA512.HashData(passphrase);
        Span<byte> block = stackalloc byte[BlockSize];
        Span<byte> sum = stackalloc byte[BlockSize];
        var blocks = (key.Length + BlockSize - 1) / BlockSize;
        for (var number = 1; number <= blocks; number++)
        {
            byte[] numberedSalt = [.. salt, 0, 0, 0, 0];
            BinaryPrimitives.WriteInt32BigEndian(numberedSalt.AsSpan(salt.Length), number);
            sum.Clear();
            for (var round = 0; round < rounds; round++)
            {
                var hashedSalt = SHA512.HashData(round == 0 ? numberedSalt : block);
                Hash(initialState, hashedPassphrase, hashedSalt, block);
                for (var i = 0; i < BlockSize; i++)
                {
                    sum[i] ^= block[i];
                }
            }

            // The blocks are interleaved, so that a part of the key is no cheaper than the whole.
            for (var i = 0; (i * blocks) + number - 1 < key.Length && i < BlockSize; i++)
            {
                key[(i * blocks) + number - 1] = sum[i];
            }
        }

        CryptographicOperations.ZeroMemory(hashedPassphrase);
        CryptographicOperations.ZeroMemory(block);
        CryptographicOperations.ZeroMemory(sum);
    }

    private static void Hash(uint[] initialState, byte[] passphrase, byte[] salt, Span<byte> output)
    {
        const int Repeats = 64;
        var cipher = new Blowfish(initialState);
        cipher.Expand(passphrase, salt);
        for (var i = 0; i < Repeats; i++)
        {
            cipher.Expand(salt, []);
            cipher.Expand(passphrase, []);
        }

        var text = "OxychromaticBlowfishSwatDynamite"u8;
        for (var at = 0; at < BlockSize; at += 8)
        {
            var left = BinaryPrimitives.ReadUInt32BigEndian(text[at..]);
            var right = BinaryPrimitives.ReadUInt32BigEndian(text[(at + 4)..]);
            for (var i = 0; i < Repeats; i++)
            {
                cipher.Encrypt(ref left, ref right);
            }

            BinaryPrimitives.WriteUInt32LittleEndian(output[at..], left);
            BinaryPrimitives.WriteUInt32LittleEndian(output[(at + 4)..], right);
        }

        cipher.Clear();
    }
}
