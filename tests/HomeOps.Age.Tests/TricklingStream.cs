namespace HomeOps.Age.Tests;

/// <summary>Gives a few bytes at a time, as pipes do.</summary>
internal sealed class TricklingStream(byte[] content) : MemoryStream(content, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1000));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1000)]);
}
