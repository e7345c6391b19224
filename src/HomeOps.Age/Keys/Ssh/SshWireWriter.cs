using System.Buffers.Binary;
using System.Text;

namespace HomeOps.Age;

/// <summary>Writes the data types of RFC 4251 section 5.</summary>
internal sealed class SshWireWriter
{
    private readonly System.Buffers.ArrayBufferWriter<byte> bytes = new(512);

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public SshWireWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes.GetSpan(4), value);
        bytes.Advance(4);
        return this;
    }

    public SshWireWriter String(string value) => String(Encoding.UTF8.GetBytes(value));

    public SshWireWriter String(ReadOnlySpan<byte> value)
    {
        UInt32((uint)value.Length);
        return Raw(value);
    }

    public SshWireWriter Raw(ReadOnlySpan<byte> value)
    {
        value.CopyTo(bytes.GetSpan(value.Length));
        bytes.Advance(value.Length);
        return this;
    }

    /// <summary>Overwrites what was written.</summary>
    public void Clear() => bytes.Clear();
}
