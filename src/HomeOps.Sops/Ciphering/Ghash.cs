using System.Buffers.Binary;

namespace HomeOps.Sops.Ciphering;

/// <summary>The hash of GCM over one or two texts (SP 800-38D, section 6.4).</summary>
internal ref struct Ghash(GhashKey key)
{
    private UInt128 state;

    /// <summary>Adds a text, filled up with zeros to whole blocks.</summary>
    public void Append(scoped ReadOnlySpan<byte> text)
    {
        for (; text.Length >= Aes256.BlockLength; text = text[Aes256.BlockLength..])
        {
            AppendBlock(text);
        }

        if (!text.IsEmpty)
        {
            Span<byte> block = stackalloc byte[Aes256.BlockLength];
            block.Clear();
            text.CopyTo(block);
            AppendBlock(block);
        }
    }

    /// <summary>Adds the lengths of the two texts and writes the hash.</summary>
    public void Finish(int firstLength, int secondLength, scoped Span<byte> hash)
    {
        state = key.Multiply(state ^ new UInt128((ulong)firstLength * 8, (ulong)secondLength * 8));
        BinaryPrimitives.WriteUInt128BigEndian(hash, state);
    }

    private void AppendBlock(scoped ReadOnlySpan<byte> block) =>
        state = key.Multiply(state ^ BinaryPrimitives.ReadUInt128BigEndian(block));
}
