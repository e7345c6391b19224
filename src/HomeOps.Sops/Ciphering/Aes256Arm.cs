using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Instructions = System.Runtime.Intrinsics.Arm.Aes;

namespace HomeOps.Sops.Ciphering;

/// <summary>AES-256 by the instructions of Arm processors. There a round adds its key before everything else, not after.</summary>
internal sealed class Aes256Arm(ReadOnlySpan<byte> key) : Aes256
{
    private readonly AesKeySchedule schedule = new(key, Substitute);

    /// <summary>Whether this processor has them.</summary>
    public static bool IsSupported => Instructions.IsSupported;

    public override void Encrypt(Span<byte> blocks)
    {
        var keys = schedule.Keys;
        foreach (ref var state in MemoryMarshal.Cast<byte, Vector128<byte>>(blocks))
        {
            for (var round = 0; round < AesKeySchedule.Count - 2; round++)
            {
                state = Instructions.MixColumns(Instructions.Encrypt(state, keys[round]));
            }

            state = Instructions.Encrypt(state, keys[^2]) ^ keys[^1];
        }
    }

    public override void Dispose() => schedule.Dispose();

    // A round without key also shifts rows, which leaves four equal columns as they are.
    private static uint Substitute(uint word) =>
        Instructions.Encrypt(Vector128.Create(word).AsByte(), Vector128<byte>.Zero).AsUInt32().ToScalar();
}
