using System.Text;

namespace HomeOps.Talos.Inputs;

/// <summary>Puts variables into a text as talhelper does (a8m/envsubst; unset and empty ones are errors).</summary>
internal static class EnvSubst
{
    /// <summary>The text, or null and what is wrong: the first mistake only.</summary>
    public static string? Expand(string text, IReadOnlyDictionary<string, string> variables, out string problem)
    {
        problem = "";
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] != '$' || at + 1 == text.Length)
            {
                result.Append(text[at++]);
                continue;
            }

            var next = text[at + 1];
            if (next == '$')
            {
                result.Append('$');
                at += 2;
            }
            else if (next == '{')
            {
                var end = text.IndexOfAny(['}', '\n'], at);
                if (end < 0 || text[end] == '\n')
                {
                    problem = "a '${' is not closed on its line";
                    return null;
                }

                if (Braced(text[(at + 2)..end], variables, out problem) is not { } value)
                {
                    return null;
                }

                result.Append(value);
                at = end + 1;
            }
            else if (char.IsAsciiLetter(next) || next == '_')
            {
                var name = Name(text, at + 1, allowsDigit: false);
                if (Plain(name, variables, out problem) is not { } value)
                {
                    return null;
                }

                result.Append(value);
                at += name.Length + 1;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    private static string Name(string text, int from, bool allowsDigit)
    {
        var end = from;
        while (
            end < text.Length
            && (
                text[end] == '_'
                || char.IsAsciiLetter(text[end])
                || (char.IsAsciiDigit(text[end]) && (allowsDigit || end > from))
            )
        )
        {
            end++;
        }

        return text[from..end];
    }

    private static string? Plain(string name, IReadOnlyDictionary<string, string> variables, out string problem)
    {
        problem = "";
        if (!variables.TryGetValue(name, out var value))
        {
            problem = $"the variable '{name}' is not set";
            return null;
        }

        if (value.Length == 0)
        {
            problem = $"the variable '{name}' is set but empty";
            return null;
        }

        return value;
    }

    private static string? Braced(string content, IReadOnlyDictionary<string, string> variables, out string problem)
    {
        problem = "";
        var name = Name(content, 0, allowsDigit: true);
        var rest = content[name.Length..];
        if (name.Length == 0)
        {
            problem = $"'${{{content}}}' does not begin with the name of a variable";
            return null;
        }

        if (rest.Length == 0)
        {
            return Plain(name, variables, out problem);
        }

        var colon = rest.StartsWith(':');
        var op = rest.Length > (colon ? 1 : 0) ? rest[colon ? 1 : 0] : '\0';
        var other = op == '\0' ? "" : rest[(colon ? 2 : 1)..];
        var isSet = variables.TryGetValue(name, out var value);
        switch (op)
        {
            case '-' or '=':
                return (colon ? !string.IsNullOrEmpty(value) : isSet)
                    ? Plain(name, variables, out problem)
                    : Alternative(other, variables, out problem);
            case '+':
                return isSet ? Alternative(other, variables, out problem) : "";
            default:
                problem =
                    $"'${{{content}}}' is not understood; '{name}' may be followed by '-', ':-', '=', ':=', '+' or ':+'";
                return null;
        }
    }

    // A default is text or one other variable, whose value counts as it is.
    private static string? Alternative(string text, IReadOnlyDictionary<string, string> variables, out string problem)
    {
        problem = "";
        return text.StartsWith('$') && text.Length > 1 ? Plain(text[1..].Trim('{', '}'), variables, out problem) : text;
    }
}
