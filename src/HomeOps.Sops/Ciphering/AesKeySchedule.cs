using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace HomeOps.Sops.Ciphering;

/// <summary>
/// The round keys of AES-256 (FIPS 197, section 5.2), in memory that the collector does not move. The first two are the key itself.
/// </summary>
internal sealed class AesKeySchedule : IDisposable
{
    /// <summary>14 rounds, and the key that is added before the first.</summary>
    public const int Count = 15;

    private const int WordsOfKey = 8;

    private readonly uint[] words = GC.AllocateArray<uint>(4 * Count, pinned: true);

    /// <param name="key">32 bytes.</param>
    /// <param name="substitute">SubWord: each byte of a word through the S-box, without a table.</param>
    public AesKeySchedule(ReadOnlySpan<byte> key, Func<uint, uint> substitute)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Aes256.KeyLength, nameof(key));
        key.CopyTo(MemoryMarshal.AsBytes(words.AsSpan()));
        for (var i = WordsOfKey; i < words.Length; i++)
        {
            var word = words[i - 1];
            word = (i % WordsOfKey) switch
            {
                // RotWord of a word whose first byte is the lowest; the round constants are the powers of two.
                0 => BitOperations.RotateRight(substitute(word), 8) ^ (1u << ((i / WordsOfKey) - 1)),
                4 => substitute(word),
                _ => word,
            };
            words[i] = words[i - WordsOfKey] ^ word;
        }
    }

    /// <summary>The round keys in order.</summary>
    public ReadOnlySpan<Vector128<byte>> Keys => MemoryMarshal.Cast<uint, Vector128<byte>>(words);

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(words.AsSpan()));
}
