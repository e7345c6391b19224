using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>
/// scrypt (RFC 7914) with a block size of 8 and no parallel lanes, as age uses it. The class library has none, and BouncyCastle's leaves a
/// copy of the passphrase in memory.
/// </summary>
internal static class Scrypt
{
    private const int BlockSize = 8;

    // A block is 2 * BlockSize pieces of 64 bytes: four vectors each.
    private const int VectorsOfPiece = 4;
    private const int VectorsOfBlock = 2 * BlockSize * VectorsOfPiece;

    /// <summary>Derives a key.</summary>
    /// <param name="passphrase">As bytes.</param>
    /// <param name="salt">Not secret.</param>
    /// <param name="workFactor">Binary logarithm of the number of blocks of 1 KiB that are kept.</param>
    /// <param name="key">Receives the key.</param>
    /// <exception cref="OutOfMemoryException">The blocks do not fit into memory.</exception>
    public static void Derive(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, int workFactor, Span<byte> key)
    {
        var block = GC.AllocateArray<Vector128<uint>>(VectorsOfBlock, pinned: true);
        var bytes = MemoryMarshal.AsBytes(block.AsSpan());
        try
        {
            Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, bytes, 1, HashAlgorithmName.SHA256);
            ToDiagonals(block);
            Mix(block, 1 << workFactor);
            ToRows(block);
            Rfc2898DeriveBytes.Pbkdf2(passphrase, bytes, key, 1, HashAlgorithmName.SHA256);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    // scryptROMix.
    private static void Mix(Span<Vector128<uint>> block, int count)
    {
        var kept = GC.AllocateUninitializedArray<Vector128<uint>>(count * VectorsOfBlock);
        Span<Vector128<uint>> mixed = stackalloc Vector128<uint>[VectorsOfBlock];
        try
        {
            for (var i = 0; i < count; i++)
            {
                var own = kept.AsSpan(i * VectorsOfBlock, VectorsOfBlock);
                block.CopyTo(own);
                MixBlock(own, block);
            }

            for (var i = 0; i < count; i++)
            {
                // Integerify: the first word of the last piece. Which block is read depends on the passphrase; that is scrypt.
                var chosen = (int)(block[VectorsOfBlock - VectorsOfPiece].ToScalar() & (uint)(count - 1));
                var other = kept.AsSpan(chosen * VectorsOfBlock, VectorsOfBlock);
                for (var j = 0; j < VectorsOfBlock; j++)
                {
                    mixed[j] = block[j] ^ other[j];
                }

                MixBlock(mixed, block);
            }
        }
        finally
        {
            Array.Clear(kept);
            mixed.Clear();
        }
    }

    // scryptBlockMix: pieces of even number first, then the others.
    private static void MixBlock(ReadOnlySpan<Vector128<uint>> block, Span<Vector128<uint>> mixed)
    {
        var last = block[^VectorsOfPiece..];
        var (a, b, c, d) = (last[0], last[1], last[2], last[3]);
        for (var piece = 0; piece < 2 * BlockSize; piece++)
        {
            var input = block.Slice(piece * VectorsOfPiece, VectorsOfPiece);
            Salsa(ref a, ref b, ref c, ref d, input);
            var output = mixed.Slice(((piece / 2) + (piece % 2 * BlockSize)) * VectorsOfPiece, VectorsOfPiece);
            (output[0], output[1], output[2], output[3]) = (a, b, c, d);
        }
    }

    // Salsa20/8 of the state xor the input.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Salsa(
        ref Vector128<uint> a,
        ref Vector128<uint> b,
        ref Vector128<uint> c,
        ref Vector128<uint> d,
        ReadOnlySpan<Vector128<uint>> input
    )
    {
        var (a0, b0, c0, d0) = (a ^ input[0], b ^ input[1], c ^ input[2], d ^ input[3]);
        (a, b, c, d) = (a0, b0, c0, d0);
        for (var round = 0; round < 4; round++)
        {
            // The columns, then the rows: the same with the diagonals turned, and the second and the last one exchanged.
            Quarters(ref a, ref b, ref c, ref d);
            (b, c, d) = (Turn3(b), Turn2(c), Turn1(d));
            Quarters(ref a, ref d, ref c, ref b);
            (b, c, d) = (Turn1(b), Turn2(c), Turn3(d));
        }

        (a, b, c, d) = (a + a0, b + b0, c + c0, d + d0);
    }

    // Four quarter rounds at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarters(
        ref Vector128<uint> a,
        ref Vector128<uint> b,
        ref Vector128<uint> c,
        ref Vector128<uint> d
    )
    {
        b ^= Rotate(a + d, 7);
        c ^= Rotate(b + a, 9);
        d ^= Rotate(c + b, 13);
        a ^= Rotate(d + c, 18);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Rotate(Vector128<uint> words, int bits) => (words << bits) | (words >>> (32 - bits));

    private static Vector128<uint> Turn1(Vector128<uint> words) =>
        Vector128.Shuffle(words, Vector128.Create(1u, 2, 3, 0));

    private static Vector128<uint> Turn2(Vector128<uint> words) =>
        Vector128.Shuffle(words, Vector128.Create(2u, 3, 0, 1));

    private static Vector128<uint> Turn3(Vector128<uint> words) =>
        Vector128.Shuffle(words, Vector128.Create(3u, 0, 1, 2));

    // Every piece is a matrix of 4 by 4 words. Kept as its four diagonals, a vector each, all columns can be worked on at once.
    private static ReadOnlySpan<byte> Diagonals => [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11];

    private static void ToDiagonals(Span<Vector128<uint>> block)
    {
        Span<uint> rows = stackalloc uint[16];
        for (var words = MemoryMarshal.Cast<Vector128<uint>, uint>(block); !words.IsEmpty; words = words[16..])
        {
            words[..16].CopyTo(rows);
            for (var i = 0; i < 16; i++)
            {
                words[i] = rows[Diagonals[i]];
            }
        }

        rows.Clear();
    }

    private static void ToRows(Span<Vector128<uint>> block)
    {
        Span<uint> diagonals = stackalloc uint[16];
        for (var words = MemoryMarshal.Cast<Vector128<uint>, uint>(block); !words.IsEmpty; words = words[16..])
        {
            words[..16].CopyTo(diagonals);
            for (var i = 0; i < 16; i++)
            {
                words[Diagonals[i]] = diagonals[i];
            }
        }

        diagonals.Clear();
    }
}
