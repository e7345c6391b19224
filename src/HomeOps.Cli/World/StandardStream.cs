using System.Runtime.InteropServices;
using HomeOps.Files;

namespace HomeOps.Cli;

/// <summary>
/// Standard output or standard error as bytes. The runtime's own stream first sends a terminal the codes that turn on its keypad, and
/// says of a failure neither where nor why.
/// </summary>
/// <param name="descriptor">1 or 2.</param>
/// <param name="mustArrive">Whether a failure is reported. Findings that nobody can read are no reason to fail in another way.</param>
internal sealed class StandardStream(int descriptor, bool mustArrive) : Stream
{
    private const int Interrupted = 4;
    private const int NoReader = 32;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes all bytes. A reader that has seen enough (<c>| head</c>) is no failure.</summary>
    /// <exception cref="StandardOutputException">They cannot be written, and must arrive.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = Libc.Write(descriptor, buffer);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case WouldBlockOnLinux or WouldBlockOnMac:
                    Libc.WaitUntilWritable(descriptor);
                    break;
                case NoReader:
                    return;
                case var error when mustArrive:
                    throw new StandardOutputException(Reason(error));
                default:
                    return;
            }
        }
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush() { }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    private static string Reason(int error) =>
        error == Libc.NoDescriptor
            ? "it is closed"
            : FileFailure.Reason(new IOException(Marshal.GetPInvokeErrorMessage(error), error));
}
