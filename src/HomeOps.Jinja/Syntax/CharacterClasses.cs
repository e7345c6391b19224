using System.Text;
using HomeOps.Jinja.Methods;

namespace HomeOps.Jinja.Syntax;

/// <summary>The character classes of Python's <c>re</c> and <c>str</c> that the grammar is defined by.</summary>
internal static class CharacterClasses
{
    /// <summary>Python's <c>\s</c>: .NET's white space and the four separators U+001C to U+001F.</summary>
    public static bool IsSpace(char c) =>
        c is ' ' or '\n' or '\t' || char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    /// <summary>The first offset at or after <paramref name="from"/> that is not white space.</summary>
    public static int SkipSpace(string text, int from)
    {
        while (from < text.Length && IsSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>The length of the run of name characters at an offset, and whether Python takes it as an identifier.</summary>
    public static int NameLength(string text, int from, out bool isIdentifier)
    {
        var position = from;
        isIdentifier = true;
        while (position < text.Length)
        {
            var c = text[position];
            if (char.IsAsciiLetter(c) || c == '_' || (char.IsAsciiDigit(c) && position > from))
            {
                position++;
                continue;
            }

            if (c < 128 && !char.IsAsciiDigit(c))
            {
                break;
            }

            if (
                !Rune.TryGetRuneAt(text, position, out var rune)
                || !(UnicodeClass.IsAlnum(rune) || UnicodeClass.ContinuesIdentifier(rune))
            )
            {
                break;
            }

            isIdentifier &=
                position == from ? UnicodeClass.StartsIdentifier(rune) : UnicodeClass.ContinuesIdentifier(rune);
            position += rune.Utf16SequenceLength;
        }

        return position - from;
    }
}
