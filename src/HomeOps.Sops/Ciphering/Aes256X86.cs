using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Instructions = System.Runtime.Intrinsics.X86.Aes;

namespace HomeOps.Sops.Ciphering;

/// <summary>AES-256 by the instructions of x86 processors.</summary>
internal sealed class Aes256X86(ReadOnlySpan<byte> key) : Aes256
{
    private const int Lanes = 4;

    private readonly AesKeySchedule schedule = new(key, Substitute);

    /// <summary>Whether this processor has them.</summary>
    public static bool IsSupported => Instructions.IsSupported;

    public override void Encrypt(Span<byte> blocks)
    {
        var states = MemoryMarshal.Cast<byte, Vector128<byte>>(blocks);
        var keys = schedule.Keys;
        for (; states.Length >= Lanes; states = states[Lanes..])
        {
            EncryptLanes(states[..Lanes], keys);
        }

        foreach (ref var state in states)
        {
            state ^= keys[0];
            for (var round = 1; round < AesKeySchedule.Count - 1; round++)
            {
                state = Instructions.Encrypt(state, keys[round]);
            }

            state = Instructions.EncryptLast(state, keys[^1]);
        }
    }

    public override void Dispose() => schedule.Dispose();

    // An instruction takes several cycles, and the next block need not wait for it.
    private static void EncryptLanes(Span<Vector128<byte>> states, ReadOnlySpan<Vector128<byte>> keys)
    {
        var (a, b, c, d) = (states[0] ^ keys[0], states[1] ^ keys[0], states[2] ^ keys[0], states[3] ^ keys[0]);
        for (var round = 1; round < AesKeySchedule.Count - 1; round++)
        {
            var key = keys[round];
            a = Instructions.Encrypt(a, key);
            b = Instructions.Encrypt(b, key);
            c = Instructions.Encrypt(c, key);
            d = Instructions.Encrypt(d, key);
        }

        var last = keys[^1];
        states[0] = Instructions.EncryptLast(a, last);
        states[1] = Instructions.EncryptLast(b, last);
        states[2] = Instructions.EncryptLast(c, last);
        states[3] = Instructions.EncryptLast(d, last);
    }

    private static uint Substitute(uint word) =>
        Instructions.KeygenAssist(Vector128.Create(word).AsByte(), 0).AsUInt32().ToScalar();
}
