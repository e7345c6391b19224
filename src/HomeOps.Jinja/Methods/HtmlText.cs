using System.Net;
using System.Text;

namespace HomeOps.Jinja.Methods;

/// <summary>HTML back to text (markupsafe.Markup.striptags and unescape).</summary>
internal static class HtmlText
{
    /// <summary>Drops comments, then tags, makes runs of whitespace one space, resolves entities.</summary>
    public static string StripTags(string html)
    {
        var text = Cut(Cut(html, "<!--", "-->"), "<", ">");
        return Unescape(Words.Collapse(text));
    }

    /// <summary>Resolves entities: the named ones of HTML 4 and numbers.</summary>
    public static string Unescape(string text) => WebUtility.HtmlDecode(text);

    private static string Cut(string text, string opening, string closing)
    {
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }
        var into = new StringBuilder(text.Length);
        var at = 0;
        while (start >= 0)
        {
            var end = text.IndexOf(closing, start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }
            into.Append(text, at, start - at);
            at = end + closing.Length;
            start = text.IndexOf(opening, at, StringComparison.Ordinal);
        }
        return into.Append(text, at, text.Length - at).ToString();
    }
}

/// <summary>str.split() without arguments: the parts between runs of whitespace.</summary>
internal static class Words
{
    public static string Collapse(string text)
    {
        var into = new StringBuilder(text.Length);
        foreach (var word in Split(text))
        {
            into.Append(into.Length == 0 ? "" : " ").Append(word);
        }
        return into.ToString();
    }

    public static List<string> Split(string text, long limit = -1)
    {
        var words = new List<string>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && UnicodeClass.IsSpace(text[at]))
            {
                at++;
            }
            if (at == text.Length)
            {
                return words;
            }
            if (limit >= 0 && words.Count >= limit)
            {
                words.Add(text[at..]);
                return words;
            }
            var start = at;
            while (at < text.Length && !UnicodeClass.IsSpace(text[at]))
            {
                at++;
            }
            words.Add(text[start..at]);
        }
    }

    /// <summary>As <see cref="Split"/>, counted from the right.</summary>
    public static List<string> SplitLast(string text, long limit)
    {
        var words = new List<string>();
        var at = text.Length;
        while (true)
        {
            while (at > 0 && UnicodeClass.IsSpace(text[at - 1]))
            {
                at--;
            }
            if (at == 0)
            {
                break;
            }
            if (limit >= 0 && words.Count >= limit)
            {
                words.Add(text[..at]);
                break;
            }
            var end = at;
            while (at > 0 && !UnicodeClass.IsSpace(text[at - 1]))
            {
                at--;
            }
            words.Add(text[at..end]);
        }
        words.Reverse();
        return words;
    }
}

/// <summary>Whitespace off the ends, by Python's idea of whitespace.</summary>
internal static class Trimming
{
    public static string Start(string text)
    {
        var at = 0;
        while (at < text.Length && UnicodeClass.IsSpace(text[at]))
        {
            at++;
        }
        return text[at..];
    }

    public static string End(string text)
    {
        var at = text.Length;
        while (at > 0 && UnicodeClass.IsSpace(text[at - 1]))
        {
            at--;
        }
        return text[..at];
    }

    public static string Both(string text) => Start(End(text));
}
