using System.Text;

namespace HomeOps.Jinja.Values;

/// <summary>HTML escaping (markupsafe.escape).</summary>
internal static class Escaping
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"'");

    /// <summary>The escaped text of a value; safe text stays as it is.</summary>
    public static string Escape(Value value) => value.AsObject?.Html() ?? Escape(PyText.Str(value));

    /// <summary>The same, not longer than a rendering allows.</summary>
    public static string Escape(Value value, int mostCharacters) =>
        value.AsObject?.Html() ?? Escape(PyText.Str(value, mostCharacters));

    /// <summary>The text with <c>&amp; &lt; &gt; " '</c> replaced.</summary>
    public static string Escape(string text)
    {
        var at = text.AsSpan().IndexOfAny(Special);
        if (at < 0)
        {
            return text;
        }
        var into = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        for (; at >= 0; at = rest.IndexOfAny(Special))
        {
            into.Append(rest[..at])
                .Append(
                    rest[at] switch
                    {
                        '&' => "&amp;",
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '"' => "&#34;",
                        _ => "&#39;",
                    }
                );
            rest = rest[(at + 1)..];
        }
        return into.Append(rest).ToString();
    }
}
