using System.Text;

namespace HomeOps.Jinja.Values;

/// <summary>Strings as Python sees them: sequences of code points. Without surrogates that is the .NET string itself.</summary>
internal static class CodePoints
{
    /// <summary>len().</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = FirstSurrogate(text); i >= 0 && i < text.Length - 1; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                count--;
                i++;
            }
        }
        return count;
    }

    /// <summary>Whether every code point is one char.</summary>
    public static bool AreChars(ReadOnlySpan<char> text) => FirstSurrogate(text) < 0;

    /// <summary>The offset in chars of a code point index, the length when it is past the end.</summary>
    public static int Offset(ReadOnlySpan<char> text, int index)
    {
        if (AreChars(text))
        {
            return Math.Min(index, text.Length);
        }
        var offset = 0;
        for (; index > 0 && offset < text.Length; index--)
        {
            offset += Width(text, offset);
        }
        return offset;
    }

    /// <summary>How many chars the code point at an offset takes.</summary>
    public static int Width(ReadOnlySpan<char> text, int offset) =>
        offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;

    /// <summary>One string for each code point.</summary>
    public static string[] Split(string text)
    {
        var items = new string[Count(text)];
        for (int i = 0, offset = 0; i < items.Length; i++)
        {
            var width = Width(text, offset);
            items[i] = width == 1 ? OfChar(text[offset]) : text.Substring(offset, 2);
            offset += width;
        }
        return items;
    }

    /// <summary>Compares by code points, where ordinal comparison would put surrogates before U+E000.</summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }
        var (l, r) = (left[common], right[common]);
        return char.IsSurrogate(l) == char.IsSurrogate(r) ? l.CompareTo(r)
            : char.IsSurrogate(l) ? 1
            : -1;
    }

    /// <summary>A string of one char, shared for ASCII.</summary>
    public static string OfChar(char c) => c < 128 ? Ascii[c] : c.ToString();

    /// <summary>The rune at an offset; a lone surrogate gives U+FFFD.</summary>
    public static Rune RuneAt(string text, int offset) =>
        Rune.TryGetRuneAt(text, offset, out var rune) ? rune : Rune.ReplacementChar;

    private static int FirstSurrogate(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uD800', '\uDFFF');

    private static readonly string[] Ascii = MakeAscii();

    private static string[] MakeAscii()
    {
        var all = new string[128];
        for (var c = 0; c < all.Length; c++)
        {
            all[c] = ((char)c).ToString();
        }
        return all;
    }
}
