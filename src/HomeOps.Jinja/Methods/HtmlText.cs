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
