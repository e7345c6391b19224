namespace HomeOps.Age;

/// <summary>
/// Standard base64 as RFC 4648 section 3 allows a decoder to insist on: no white space, no characters outside the alphabet, and the unused
/// bits of the last digit must be zero, so that every byte string has exactly one text.
/// </summary>
internal static class StrictBase64
{
    /// <summary>Without padding.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <summary>Reads text without padding.</summary>
    /// <param name="text">ASCII.</param>
    /// <returns>The bytes, or null when the text is not canonical.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 == 1)
        {
            return null;
        }

        var bytes = new byte[text.Length * 6 / 8];
        var at = 0;
        var accumulator = 0;
        var bits = 0;
        foreach (var c in text)
        {
            var digit = Digit(c);
            if (digit < 0)
            {
                return null;
            }

            accumulator = ((accumulator << 6) | digit) & 0xFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(accumulator >> bits);
            }
        }

        return (accumulator & ((1 << bits) - 1)) == 0 ? bytes : null;
    }

    /// <summary>Reads text with its padding.</summary>
    /// <param name="text">ASCII.</param>
    /// <returns>The bytes, or null when the text is not canonical.</returns>
    public static byte[]? DecodePadded(ReadOnlySpan<byte> text)
    {
        if (text.Length % 4 != 0)
        {
            return null;
        }

        var padding =
            text.EndsWith("=="u8) ? 2
            : text.EndsWith("="u8) ? 1
            : 0;
        return Decode(text[..^padding]);
    }

    private static int Digit(byte c) =>
        c switch
        {
            >= (byte)'A' and <= (byte)'Z' => c - 'A',
            >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
            (byte)'+' => 62,
            (byte)'/' => 63,
            _ => -1,
        };
}
