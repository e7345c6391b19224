namespace HomeOps.Age;

/// <summary>The lines around an armored file (age spec, section "ASCII armor": strict PEM, RFC 7468).</summary>
internal static class ArmorFormat
{
    /// <summary>Base64 characters of a full line.</summary>
    public const int Columns = 64;

    /// <summary>Bytes a full line stands for.</summary>
    public const int BytesInLine = 48;

    /// <summary>White space tolerated before the first and after the last line.</summary>
    public const int MaxWhiteSpace = 1024;

    /// <summary>First line.</summary>
    public static ReadOnlySpan<byte> Begin => "-----BEGIN AGE ENCRYPTED FILE-----"u8;

    /// <summary>Last line.</summary>
    public static ReadOnlySpan<byte> End => "-----END AGE ENCRYPTED FILE-----"u8;

    public static bool IsWhiteSpace(int b) => b is ' ' or '\t' or '\r' or '\n';
}
