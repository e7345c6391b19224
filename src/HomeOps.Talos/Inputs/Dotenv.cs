using System.Text;

namespace HomeOps.Talos.Inputs;

/// <summary>Env files: <c>KEY=value</c> or <c>KEY: value</c> lines, quotes and comments (joho/godotenv).</summary>
internal static class Dotenv
{
    /// <summary>Adds the variables of a text to those that are there; later ones win. The line that is not understood, or 0.</summary>
    public static int Read(string text, Variables variables)
    {
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var entry = line.Trim();
            if (entry.Length == 0 || entry.StartsWith('#') || entry == "---")
            {
                continue;
            }

            if (entry.StartsWith("export ", StringComparison.Ordinal))
            {
                entry = entry[7..].TrimStart();
            }

            var separator = entry.AsSpan().IndexOfAny('=', ':');
            if (separator <= 0 || !IsName(entry[..separator].TrimEnd()))
            {
                return number;
            }

            variables[entry[..separator].TrimEnd()] = Value(entry[(separator + 1)..].Trim(), variables);
        }

        return 0;
    }

    private static bool IsName(string name) =>
        name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private static string Value(string text, Variables variables)
    {
        if (text is ['\'', ..] && text.IndexOf('\'', 1) is > 0 and var end)
        {
            return text[1..end];
        }

        if (text is ['"', ..] && ClosingQuote(text) is > 0 and var close)
        {
            return Expand(Unescape(text[1..close]), variables);
        }

        var comment = text.StartsWith('#') ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
        return Expand((comment < 0 ? text : text[..comment]).Trim(), variables);
    }

    private static int ClosingQuote(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            result.Append(
                text[i] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    var c => c,
                }
            );
        }

        return result.ToString();
    }

    // $NAME and ${NAME} of variables that the files set before; what is not set is empty.
    private static string Expand(string text, Variables variables)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var braced = i + 1 < text.Length && text[i + 1] == '{';
            var from = i + (braced ? 2 : 1);
            var end = from;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            if (text[i] != '$' || end == from || (braced && (end == text.Length || text[end] != '}')))
            {
                result.Append(text[i]);
                continue;
            }

            result.Append(variables.GetValueOrDefault(text[from..end], ""));
            i = braced ? end : end - 1;
        }

        return result.ToString();
    }
}
