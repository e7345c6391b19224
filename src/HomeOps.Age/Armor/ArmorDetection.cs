namespace HomeOps.Age;

/// <summary>Tells armored files from binary ones.</summary>
internal static class ArmorDetection
{
    // What a person sees when the text around an armored file was copied with it.
    private const int Window = 4096;

    /// <summary>The bytes of an age file, out of its armor if it has one.</summary>
    /// <exception cref="AgeException">It is armored, but not right from the start.</exception>
    public static IByteSource Open(Stream file)
    {
        var reader = new ByteReader(file);
        var start = reader.Peek(Window);
        if (start.StartsWith("age-encryption.org/"u8))
        {
            return reader;
        }

        return start.TrimStart(" \t\r\n"u8).StartsWith("-----"u8) || start.IndexOf(ArmorFormat.Begin) >= 0
            ? new ArmorReader(reader)
            : reader;
    }
}
