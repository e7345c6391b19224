using System.Globalization;

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

            var pair = char.IsSurrogatePair(text, position);
            var category = CharUnicodeInfo.GetUnicodeCategory(text, position);
            if (!IsWord(category))
            {
                break;
            }

            isIdentifier &= IsStart(category) || (position > from && IsContinuation(category));
            position += pair ? 2 : 1;
        }

        return position - from;
    }

    private static bool IsStart(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber;

    private static bool IsContinuation(UnicodeCategory category) =>
        category
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation;

    private static bool IsWord(UnicodeCategory category) =>
        IsStart(category) || IsContinuation(category) || category == UnicodeCategory.OtherNumber;
}
