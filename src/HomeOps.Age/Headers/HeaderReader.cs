using System.Text;

namespace HomeOps.Age;

/// <summary>
/// Reads a header and stops behind its last line. The format is strict on purpose, so that nothing in a header can be said in two ways:
/// lines end in LF only, one blank between arguments, canonical base64, and every body ends with a line that is not full.
/// </summary>
internal sealed class HeaderReader
{
    private const int FullLine = 64;

    // The format sets no limit. A file that is not age at all must not be read into memory in search of a line end.
    private const int MaxHeader = 16 * 1024 * 1024;

    private readonly IByteSource source;
    private byte[] text = new byte[4096];
    private int length;

    private HeaderReader(IByteSource source) => this.source = source;

    /// <exception cref="AgeException">The header breaks the format.</exception>
    public static AgeHeader Read(IByteSource source) => new HeaderReader(source).Read();

    private AgeHeader Read()
    {
        ReadVersion();
        var stanzas = new List<Stanza>();
        while (true)
        {
            var start = length;
            var line = ReadLine();
            if (line.StartsWith("---"u8))
            {
                if (stanzas.Count == 0)
                {
                    throw AgeDiagnostics.DamagedHeader("it names no recipient");
                }

                var mac = line.StartsWith("--- "u8) && line.Length == 47 ? StrictBase64.Decode(line[4..]) : null;
                return mac is { Length: 32 }
                    ? new AgeHeader(stanzas, text[..(start + 3)], mac)
                    : throw AgeDiagnostics.DamagedHeader("its last line is not '---' and a 32-byte code");
            }

            stanzas.Add(ReadStanza(line));
        }
    }

    private void ReadVersion()
    {
        var line = ReadLine();
        if (!line.SequenceEqual("age-encryption.org/v1"u8))
        {
            throw line.StartsWith("age-encryption.org/"u8)
                ? AgeDiagnostics.UnknownVersion()
                : AgeDiagnostics.NotAnAgeFile();
        }
    }

    private Stanza ReadStanza(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("-> "u8))
        {
            throw AgeDiagnostics.DamagedHeader("a line is neither a recipient nor the end");
        }

        var arguments = new List<string>();
        foreach (var range in line[3..].Split((byte)' '))
        {
            var argument = line[3..][range];
            if (argument.IsEmpty || argument.ContainsAnyExceptInRange((byte)0x21, (byte)0x7E))
            {
                throw AgeDiagnostics.DamagedHeader(
                    "a recipient has an empty argument or one with characters that are not allowed"
                );
            }

            arguments.Add(Encoding.ASCII.GetString(argument));
        }

        return new Stanza(arguments[0], arguments[1..], ReadBody());
    }

    private byte[] ReadBody()
    {
        var body = new MemoryStream();
        while (true)
        {
            var line = ReadLine();
            var bytes = line.Length <= FullLine ? StrictBase64.Decode(line) : null;
            if (bytes is null)
            {
                throw AgeDiagnostics.DamagedHeader("the body of a recipient is not base64 in lines of 64");
            }

            body.Write(bytes);
            if (line.Length < FullLine)
            {
                return body.ToArray();
            }
        }
    }

    // The line stays in the text, since the code at the end covers every byte.
    private ReadOnlySpan<byte> ReadLine()
    {
        var start = length;
        while (length < MaxHeader)
        {
            var b = source.ReadByte();
            if (b < 0)
            {
                throw start == 0 ? AgeDiagnostics.NotAnAgeFile() : AgeDiagnostics.DamagedHeader("it ends too early");
            }

            if (length == text.Length)
            {
                Array.Resize(ref text, 2 * length);
            }

            text[length++] = (byte)b;
            if (b == '\n')
            {
                return text.AsSpan(start, length - start - 1);
            }
        }

        throw start == 0 ? AgeDiagnostics.NotAnAgeFile() : AgeDiagnostics.DamagedHeader("it is longer than 16 MiB");
    }
}
