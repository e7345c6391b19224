namespace HomeOps.Yaml;

/// <summary>The text of a <c>!!binary</c> scalar.</summary>
internal static class Base64Text
{
    /// <summary>Its bytes; characters outside the alphabet are passed over.</summary>
    /// <exception cref="FormatException">The length or padding is wrong.</exception>
    public static byte[] DecodeLoosely(string text)
    {
        var kept = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=')
            {
                kept[count++] = c;
            }
        }

        return Decode(kept.AsSpan(0, count));
    }

    /// <summary>Its bytes; only line breaks are passed over.</summary>
    /// <exception cref="FormatException">It is not base64.</exception>
    public static byte[] DecodeStrictly(string text)
    {
        var kept = text.ReplaceLineEndings("");
        return kept.AsSpan().ContainsAny(" \t") ? throw Invalid() : Decode(kept);
    }

    private static byte[] Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(text, bytes, out var written) ? bytes[..written] : throw Invalid();
    }

    private static FormatException Invalid() => new("the text is not base64");
}
