namespace HomeOps.Age;

/// <summary>A buffered look at a stream that can be read ahead: age files begin with lines and go on with bytes.</summary>
internal sealed class ByteReader(Stream source) : IByteSource
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>Up to <paramref name="count"/> of the bytes to come, without taking them; fewer only at the end of the stream.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (end - start < count && Fill()) { }

        return buffer.AsSpan(start, Math.Min(count, end - start));
    }

    /// <summary>The next byte, or -1 at the end.</summary>
    public int ReadByte() => start < end || Fill() ? buffer[start++] : -1;

    public int Read(Span<byte> bytes)
    {
        if (start == end && !Fill())
        {
            return 0;
        }

        var count = Math.Min(bytes.Length, end - start);
        buffer.AsSpan(start, count).CopyTo(bytes);
        start += count;
        return count;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        var count = end < buffer.Length ? source.Read(buffer, end, buffer.Length - end) : 0;
        end += count;
        return count > 0;
    }
}

/// <summary>Where the bytes of an age file come from: the file itself, or the armor around it.</summary>
internal interface IByteSource
{
    /// <summary>The next byte, or -1 at the end.</summary>
    int ReadByte();

    /// <summary>At least one byte, or 0 at the end.</summary>
    int Read(Span<byte> bytes);

    /// <summary>Reads until the span is full or the source ends.</summary>
    /// <returns>How many bytes were read.</returns>
    int ReadFully(Span<byte> bytes)
    {
        var total = 0;
        while (total < bytes.Length && Read(bytes[total..]) is > 0 and var count)
        {
            total += count;
        }

        return total;
    }
}
