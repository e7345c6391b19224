using System.Buffers.Binary;

namespace HomeOps.Age;

/// <summary>
/// Blowfish with the slow key setup of bcrypt (Provos and Mazières, "A Future-Adaptable Password Scheme"). BouncyCastle has both, but not
/// the parts that OpenSSH puts together differently.
/// </summary>
internal sealed class Blowfish
{
    private const int Rounds = 16;

    // 18 subkeys, then the four boxes of 256 words.
    private readonly uint[] state;

    /// <param name="initialState">What <see cref="InitialState"/> gave; copied.</param>
    public Blowfish(uint[] initialState) => state = [.. initialState];

    private Span<uint> Subkeys => state.AsSpan(0, Rounds + 2);

    /// <summary>The state before any key: the first 33344 bits of pi behind the point.</summary>
    public static uint[] InitialState() => PiDigits.Words(Rounds + 2 + (4 * 256));

    /// <summary>Mixes a key and a salt into the state; without a salt it counts as zero.</summary>
    public void Expand(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt)
    {
        var at = 0;
        foreach (ref var subkey in Subkeys)
        {
            subkey ^= NextWord(key, ref at);
        }

        at = 0;
        var left = 0u;
        var right = 0u;
        for (var i = 0; i < state.Length; i += 2)
        {
            left ^= NextWord(salt, ref at);
            right ^= NextWord(salt, ref at);
            Encrypt(ref left, ref right);
            (state[i], state[i + 1]) = (left, right);
        }
    }

    /// <summary>Encrypts one block.</summary>
    public void Encrypt(ref uint left, ref uint right)
    {
        var subkeys = Subkeys;
        var boxes = state.AsSpan(Rounds + 2, 4 * 256);
        for (var i = 0; i < Rounds; i++)
        {
            left ^= subkeys[i];
            var mixed =
                (
                    (boxes[(int)(left >> 24)] + boxes[256 + (int)((left >> 16) & 0xFF)])
                    ^ boxes[512 + (int)((left >> 8) & 0xFF)]
                ) + boxes[768 + (int)(left & 0xFF)];
            (left, right) = (right ^ mixed, left);
        }

        (left, right) = (right ^ subkeys[Rounds + 1], left ^ subkeys[Rounds]);
    }

    /// <summary>Overwrites the state.</summary>
    public void Clear() => Array.Clear(state);

    private static uint NextWord(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        var word = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        at = (at + 4) % bytes.Length;
        return word;
    }
}
