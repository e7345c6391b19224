using System.Buffers.Binary;

namespace HomeOps.Age;

/// <summary>Reads the data types of RFC 4251 section 5. Nothing more can be read after something did not fit.</summary>
internal ref struct SshWireReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>What is left.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    public bool TryReadUInt32(out uint value)
    {
        if (!BinaryPrimitives.TryReadUInt32BigEndian(rest, out value))
        {
            rest = [];
            return false;
        }

        rest = rest[4..];
        return true;
    }

    public bool TryReadString(out ReadOnlySpan<byte> value)
    {
        if (!TryReadUInt32(out var length) || length > rest.Length)
        {
            rest = [];
            value = [];
            return false;
        }

        value = rest[..(int)length];
        rest = rest[(int)length..];
        return true;
    }
}
