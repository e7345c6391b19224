namespace HomeOps.Jinja.Methods;

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
