using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HomeOps.Sops.Selecting;

/// <summary>
/// Rewrites a Go regular expression (RE2 syntax) for .NET, where the same characters sometimes mean something else:
/// <c>$</c> is the very end only, <c>\d \w \s</c> are ASCII, <c>[[:alpha:]]</c> is a class.
/// </summary>
internal sealed class Re2
{
    private readonly string pattern;
    private readonly StringBuilder output = new();
    private readonly Stack<bool> outerMultiline = new();
    private bool multiline;
    private int at;

    private Re2(string pattern) => this.pattern = pattern;

    /// <summary>The expression in .NET's syntax; null with a reason when Go would refuse it or it cannot be kept.</summary>
    public static string? Translate(string pattern, out string problem)
    {
        try
        {
            var translated = new Re2(pattern).Run();
            problem = "";
            return translated;
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private string Run()
    {
        while (at < pattern.Length)
        {
            var c = pattern[at];
            switch (c)
            {
                case '\\':
                    Escape(inClass: false);
                    break;
                case '[':
                    Class();
                    break;
                case '(':
                    Group();
                    break;
                case ')':
                    multiline = outerMultiline.Count > 0 ? outerMultiline.Pop() : multiline;
                    Copy(1);
                    break;
                case '$':
                    output.Append(multiline ? "$" : @"\z");
                    at++;
                    break;
                default:
                    Copy(1);
                    break;
            }
        }

        return output.ToString();
    }

    private void Copy(int length)
    {
        output.Append(pattern, at, length);
        at += length;
    }

    private void Group()
    {
        outerMultiline.Push(multiline);
        if (!Next("(?"))
        {
            Copy(1);
            return;
        }

        if (Next("(?P<"))
        {
            output.Append("(?<");
            at += 4;
            return;
        }

        if (Next("(?<") && !Next("(?<=") && !Next("(?<!"))
        {
            Copy(3);
            return;
        }

        Flags();
    }

    // (?i) (?s-m:…): the letters i, m, s are the same in .NET; U (ungreedy) does not change whether something is found.
    private void Flags()
    {
        var start = at;
        at += 2;
        var (on, off, negative) = ("", "", false);
        for (; at < pattern.Length && pattern[at] is not (':' or ')'); at++)
        {
            var c = pattern[at];
            if (c == '-' && !negative)
            {
                negative = true;
            }
            else if (c is 'i' or 'm' or 's' or 'U')
            {
                multiline = c == 'm' ? !negative : multiline;
                (on, off) =
                    c == 'U' ? (on, off)
                    : negative ? (on, off + c)
                    : (on + c, off);
            }
            else
            {
                throw Invalid(
                    "invalid or unsupported Perl syntax",
                    pattern[start..Math.Min(pattern.Length, start + 3)]
                );
            }
        }

        if (at == pattern.Length)
        {
            throw Invalid("missing closing )", pattern);
        }

        var flags = on + (off.Length > 0 ? "-" + off : "");
        if (pattern[at] == ')')
        {
            // The setting holds to the end of the group around it.
            outerMultiline.Pop();
            output.Append(flags.Length > 0 ? $"(?{flags})" : "(?:)");
        }
        else
        {
            output.Append("(?").Append(flags).Append(':');
        }

        at++;
    }

    private void Class()
    {
        var start = at;
        output.Append('[');
        at++;
        if (Next("^"))
        {
            Copy(1);
        }

        for (var first = true; ; first = false)
        {
            if (at >= pattern.Length)
            {
                throw Invalid("missing closing ]", pattern[start..]);
            }

            var c = pattern[at];
            if (c == ']' && !first)
            {
                Copy(1);
                return;
            }

            if (Next("[:"))
            {
                Posix();
            }
            else if (c == '\\')
            {
                Escape(inClass: true);
            }
            else
            {
                output.Append(c is '[' or ']' ? "\\" : "").Append(c);
                at++;
            }
        }
    }

    private void Posix()
    {
        var end = pattern.IndexOf(":]", at + 2, StringComparison.Ordinal);
        var name = end < 0 ? "" : pattern[(at + 2)..end];
        output.Append(
            name switch
            {
                "alnum" => "0-9A-Za-z",
                "alpha" => "A-Za-z",
                "ascii" => @"\x00-\x7F",
                "blank" => @"\t ",
                "cntrl" => @"\x00-\x1F\x7F",
                "digit" => "0-9",
                "graph" => @"\x21-\x7E",
                "lower" => "a-z",
                "print" => @"\x20-\x7E",
                "punct" => @"\x21-\x2F\x3A-\x40\x5B-\x60\x7B-\x7E",
                "space" => @"\t-\r ",
                "upper" => "A-Z",
                "word" => "0-9A-Za-z_",
                "xdigit" => "0-9A-Fa-f",
                _ => throw Invalid("invalid character class range", $"[:{name}:]"),
            }
        );
        at = end + 2;
    }

    private void Escape(bool inClass)
    {
        if (at + 1 >= pattern.Length)
        {
            throw Invalid("trailing backslash at end of expression", "");
        }

        var c = pattern[at + 1];
        switch (c)
        {
            case 'd':
                Put(inClass ? "0-9" : "[0-9]");
                break;
            case 'w':
                Put(inClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]");
                break;
            case 's':
                Put(inClass ? @"\t\n\f\r " : @"[\t\n\f\r ]");
                break;
            case 'D' or 'W' or 'S' when inClass:
                throw Invalid("negated class inside brackets is not supported", $"\\{c}");
            case 'D':
                Put("[^0-9]");
                break;
            case 'W':
                Put("[^0-9A-Za-z_]");
                break;
            case 'S':
                Put(@"[^\t\n\f\r ]");
                break;
            case 'Q':
                Quoted();
                break;
            case 'x':
                Hex();
                break;
            case 'p' or 'P' when at + 2 < pattern.Length && pattern[at + 2] != '{':
                output.Append('\\').Append(c).Append('{').Append(pattern[at + 2]).Append('}');
                at += 3;
                break;
            case 'A' or 'z' or 'b' or 'B' or 'p' or 'P' or 'a' or 'f' or 'n' or 'r' or 't' or 'v':
                Copy(2);
                break;
            default:
                if (char.IsAsciiLetterOrDigit(c))
                {
                    throw Invalid("invalid escape sequence", $"\\{c}");
                }

                Copy(2);
                break;
        }
    }

    private void Put(string text)
    {
        output.Append(text);
        at += 2;
    }

    private void Quoted()
    {
        var end = pattern.IndexOf(@"\E", at, StringComparison.Ordinal);
        output.Append(Regex.Escape(end < 0 ? pattern[(at + 2)..] : pattern[(at + 2)..end]));
        at = end < 0 ? pattern.Length : end + 2;
    }

    private void Hex()
    {
        var end = Next(@"\x{") ? pattern.IndexOf('}', at) : at + 3;
        var digits =
            end < 0 || end >= pattern.Length ? ""
            : pattern[end] == '}' && Next(@"\x{") ? pattern[(at + 3)..end]
            : pattern[(at + 2)..(end + 1)];
        if (
            !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0xFFFF
        )
        {
            throw Invalid("invalid escape sequence", @"\x");
        }

        output.Append(@"\u").Append(code.ToString("X4", CultureInfo.InvariantCulture));
        at = end + 1;
    }

    private bool Next(string text) => pattern.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private static FormatException Invalid(string reason, string part) =>
        new(part.Length == 0 ? $"error parsing regexp: {reason}" : $"error parsing regexp: {reason}: `{part}`");
}
