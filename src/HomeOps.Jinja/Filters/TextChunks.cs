using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>Cuts a line into the pieces that textwrap keeps whole: whitespace, words, parts of hyphenated words, dashes.</summary>
internal static class TextChunks
{
    public static List<string> Plain(string text)
    {
        var chunks = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            var blank = IsBlank(text[at]);
            while (at < text.Length && IsBlank(text[at]) == blank)
            {
                at++;
            }
            chunks.Add(text[start..at]);
        }
        return chunks;
    }

    public static List<string> WithHyphens(string text)
    {
        var chunks = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var end = End(text, at);
            chunks.Add(text[at..end]);
            at = end;
        }
        return chunks;
    }

    // The first alternative of textwrap's pattern that matches here, and how far it goes.
    private static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsBlank(text[end]))
        {
            end++;
        }
        if (end > start)
        {
            return end;
        }
        if (start > 0 && IsWordPunctuation(text, start - 1) && IsDash(text, start, out end))
        {
            return end;
        }
        for (end = start + CodePoints.Width(text, start); ; end += CodePoints.Width(text, end))
        {
            if (end == text.Length || IsBlank(text[end]))
            {
                return end;
            }
            if (text[end] == '-' && IsHyphenation(text, end))
            {
                return end + 1;
            }
            if (IsWordPunctuation(text, end - 1) && IsDash(text, end, out _))
            {
                return end;
            }
        }
    }

    // Two or more dashes and then a word character.
    private static bool IsDash(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && text[end] == '-')
        {
            end++;
        }
        return end - at >= 2 && end < text.Length && UnicodeClass.IsWord(CodePoints.RuneAt(text, end));
    }

    // letter letter - or letter - letter - before the cut, then letter letter or letter - letter after it.
    private static bool IsHyphenation(string text, int hyphen)
    {
        var before =
            (IsLetter(text, hyphen - 1) && IsLetter(text, hyphen - 2))
            || (IsLetter(text, hyphen - 1) && CharAt(text, hyphen - 2) == '-' && IsLetter(text, hyphen - 3));
        return before
            && IsLetter(text, hyphen + 1)
            && (IsLetter(text, hyphen + 2) || (CharAt(text, hyphen + 2) == '-' && IsLetter(text, hyphen + 3)));
    }

    private static char CharAt(string text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';

    private static bool IsLetter(string text, int at)
    {
        if (at < 0 || at >= text.Length)
        {
            return false;
        }
        var rune = new Rune(char.IsSurrogate(text[at]) ? '\uFFFD' : text[at]);
        return UnicodeClass.IsWord(rune) && !UnicodeClass.IsDecimal(rune);
    }

    private static bool IsWordPunctuation(string text, int at) =>
        text[at] is '!' or '"' or '\'' or '&' or '.' or ',' or '?'
        || (!char.IsSurrogate(text[at]) && UnicodeClass.IsWord(new Rune(text[at])));

    // textwrap knows ASCII whitespace only.
    private static bool IsBlank(char c) => c is (>= '\t' and <= '\r') or ' ';
}
