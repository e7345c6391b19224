using System.Text;

namespace HomeOps.Jinja.Methods;

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
