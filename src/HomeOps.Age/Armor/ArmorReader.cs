namespace HomeOps.Age;

/// <summary>The bytes inside armored text, decoded line by line.</summary>
internal sealed class ArmorReader : IByteSource
{
    private readonly ByteReader text;
    private readonly byte[] line = new byte[ArmorFormat.Columns + 2];
    private byte[] decoded = [];
    private int taken;
    private bool lastLineWasShort;
    private bool ended;

    /// <summary>Reads up to the first line of content.</summary>
    /// <exception cref="AgeException">What is there is not the first line of an armored file.</exception>
    public ArmorReader(ByteReader text)
    {
        this.text = text;
        SkipWhiteSpace();
        if (!ReadLine().SequenceEqual(ArmorFormat.Begin))
        {
            throw AgeDiagnostics.DamagedArmor("its first line is not '-----BEGIN AGE ENCRYPTED FILE-----'");
        }
    }

    public int ReadByte() => HasBytes() ? decoded[taken++] : -1;

    public int Read(Span<byte> bytes)
    {
        if (!HasBytes())
        {
            return 0;
        }

        var count = Math.Min(bytes.Length, decoded.Length - taken);
        decoded.AsSpan(taken, count).CopyTo(bytes);
        taken += count;
        return count;
    }

    private bool HasBytes()
    {
        if (taken == decoded.Length && !ended)
        {
            ReadNext();
        }

        return taken < decoded.Length;
    }

    private void ReadNext()
    {
        var next = ReadLine();
        if (next.SequenceEqual(ArmorFormat.End))
        {
            ended = true;
            SkipWhiteSpace();
            if (text.ReadByte() >= 0)
            {
                throw AgeDiagnostics.DamagedArmor("something follows its last line");
            }

            return;
        }

        if (lastLineWasShort)
        {
            throw AgeDiagnostics.DamagedArmor("a line in the middle is too short, or the END line is missing");
        }

        var bytes = next.Length is > 0 and <= ArmorFormat.Columns ? StrictBase64.DecodePadded(next) : null;
        decoded = bytes ?? throw AgeDiagnostics.DamagedArmor("a line is not base64 of at most 64 characters");
        taken = 0;
        lastLineWasShort = decoded.Length < ArmorFormat.BytesInLine;
    }

    // Without its end, LF or CR LF. A line that is too long comes back cut, and still too long to be valid.
    private ReadOnlySpan<byte> ReadLine()
    {
        var length = 0;
        int b;
        while ((b = text.ReadByte()) >= 0 && b != '\n')
        {
            if (length == line.Length)
            {
                return line;
            }

            line[length++] = (byte)b;
        }

        if (b < 0 && length == 0)
        {
            throw AgeDiagnostics.DamagedArmor("its last line '-----END AGE ENCRYPTED FILE-----' is missing");
        }

        return line.AsSpan(0, b == '\n' && length > 0 && line[length - 1] == '\r' ? length - 1 : length);
    }

    private void SkipWhiteSpace()
    {
        for (var count = 0; text.Peek(1) is [var b] && ArmorFormat.IsWhiteSpace(b); count++)
        {
            if (count == ArmorFormat.MaxWhiteSpace)
            {
                throw AgeDiagnostics.DamagedArmor("there are more than 1024 blanks around it");
            }

            text.ReadByte();
        }
    }
}
