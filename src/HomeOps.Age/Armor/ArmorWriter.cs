using System.Text;

namespace HomeOps.Age;

/// <summary>Writes what it is given as armored text. <see cref="Finish"/> ends it; the output stays open.</summary>
internal sealed class ArmorWriter : Stream
{
    private readonly Stream output;
    private readonly byte[] line = new byte[ArmorFormat.BytesInLine];
    private int filled;

    public ArmorWriter(Stream output)
    {
        this.output = output;
        WriteLine(ArmorFormat.Begin);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, line.Length - filled);
            buffer[..count].CopyTo(line.AsSpan(filled));
            filled += count;
            buffer = buffer[count..];
            if (filled == line.Length)
            {
                WriteBase64();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Writes what is left and the last line.</summary>
    public void Finish()
    {
        if (filled > 0)
        {
            WriteBase64();
        }

        WriteLine(ArmorFormat.End);
    }

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void WriteBase64()
    {
        WriteLine(Encoding.ASCII.GetBytes(Convert.ToBase64String(line.AsSpan(0, filled))));
        filled = 0;
    }

    private void WriteLine(ReadOnlySpan<byte> text)
    {
        output.Write(text);
        output.WriteByte((byte)'\n');
    }
}
