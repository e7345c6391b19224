using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HomeOps.Sops.Ciphering;

/// <summary>
/// The hash subkey H of GCM and multiplication by it in GF(2^128) (SP 800-38D, section 6.3). GCM counts bits from the left, so a
/// block read as a big-endian number is the polynomial mirrored.
/// </summary>
internal sealed class GhashKey : IDisposable
{
    private readonly ulong[] halves = GC.AllocateArray<ulong>(2, pinned: true);
    private readonly CarrylessProduct product;

    /// <param name="subkey">16 bytes; copied.</param>
    /// <param name="product">How to multiply.</param>
    public GhashKey(ReadOnlySpan<byte> subkey, CarrylessProduct product)
    {
        halves[0] = BinaryPrimitives.ReadUInt64BigEndian(subkey);
        halves[1] = BinaryPrimitives.ReadUInt64BigEndian(subkey[8..]);
        this.product = product;
    }

    /// <summary>A block times the subkey.</summary>
    public UInt128 Multiply(UInt128 block)
    {
        var (high, low) = ((ulong)(block >> 64), (ulong)block);
        var top = product.Of(high, halves[0]);
        var bottom = product.Of(low, halves[1]);
        var middle = product.Of(high, halves[1]) ^ product.Of(low, halves[0]);
        top ^= middle >> 64;
        bottom ^= middle << 64;

        // The product of two mirrored numbers is the mirrored product one bit too far to the right.
        top = (top << 1) | (bottom >> 127);
        bottom <<= 1;
        return top ^ Reduce(bottom);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(halves.AsSpan()));

    // x^128 = x^7 + x^2 + x + 1, mirrored: the lower half of a product comes back in at these places of the upper one, and what falls out at
    // the right end of that comes in once more.
    private static UInt128 Reduce(UInt128 lower)
    {
        lower ^= (lower << 127) ^ (lower << 126) ^ (lower << 121);
        return lower ^ (lower >> 1) ^ (lower >> 2) ^ (lower >> 7);
    }
}
