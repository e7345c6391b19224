using System.Globalization;
using System.Text;

namespace HomeOps.Jinja.Values;

/// <summary>repr() of a string.</summary>
internal static class StringRepr
{
    public static string Of(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var into = new StringBuilder(text.Length + 2);
        Append(into, text, quote, asciiOnly: false);
        return into.ToString();
    }

    /// <summary>ascii() of a string.</summary>
    public static string Ascii(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var into = new StringBuilder(text.Length + 2);
        Append(into, text, quote, asciiOnly: true);
        return into.ToString();
    }

    /// <summary>str.isprintable of one code point: no control, format, surrogate, private, unassigned or separator but the space.</summary>
    public static bool IsPrintable(Rune rune) =>
        rune.Value == ' '
        || Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
            );

    private static void Append(StringBuilder into, string text, char quote, bool asciiOnly)
    {
        into.Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote || c == '\\')
            {
                into.Append('\\').Append(c);
            }
            else if (c is >= ' ' and < '\x7f')
            {
                into.Append(c);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                into.Append('\\')
                    .Append(
                        c == '\n' ? 'n'
                        : c == '\r' ? 'r'
                        : 't'
                    );
            }
            else if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                into.Append($"\\u{(int)c:x4}");
            }
            else
            {
                i += rune.Utf16SequenceLength - 1;
                if (!asciiOnly && IsPrintable(rune))
                {
                    into.Append(text, i - rune.Utf16SequenceLength + 1, rune.Utf16SequenceLength);
                }
                else
                {
                    into.Append(
                        rune.Value <= 0xff ? $"\\x{rune.Value:x2}"
                        : rune.Value <= 0xffff ? $"\\u{rune.Value:x4}"
                        : $"\\U{rune.Value:x8}"
                    );
                }
            }
        }
        into.Append(quote);
    }
}
