using System.Globalization;
using System.Text;

namespace HomeOps.Jinja.Syntax;

/// <summary>The escapes of string literals: Python's "unicode-escape" codec over the backslash-replaced text.</summary>
internal static class StringLiteral
{
    /// <summary>The text a literal stands for.</summary>
    /// <param name="raw">What stands between the quotes.</param>
    /// <param name="error">Python's complaint about a broken escape, null when there is none.</param>
    public static string Unescape(string raw, out string? error)
    {
        error = null;
        var next = raw.IndexOf('\\', StringComparison.Ordinal);
        if (next < 0)
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        var position = 0;
        while (next >= 0)
        {
            text.Append(raw, position, next - position);
            position = next + 1;
            if (!AppendEscape(text, raw, ref position, out error))
            {
                return "";
            }

            next = position < raw.Length ? raw.IndexOf('\\', position) : -1;
        }

        return text.Append(raw, position, raw.Length - position).ToString();
    }

    private static bool AppendEscape(StringBuilder text, string raw, ref int position, out string? error)
    {
        error = null;
        var c = raw[position++];
        switch (c)
        {
            case '\n':
                return true;
            case '\\' or '\'' or '"':
                text.Append(c);
                return true;
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v':
                text.Append("\a\b\f\n\r\t\v"["abfnrtv".IndexOf(c, StringComparison.Ordinal)]);
                return true;
            case >= '0' and <= '7':
                position--;
                text.Append((char)Octal(raw, ref position));
                return true;
            case 'x':
                return AppendHex(text, raw, ref position, 2, @"truncated \xXX escape", out error);
            case 'u':
                return AppendHex(text, raw, ref position, 4, @"truncated \uXXXX escape", out error);
            case 'U':
                return AppendHex(text, raw, ref position, 8, @"truncated \UXXXXXXXX escape", out error);
            case 'N':
                return AppendNamed(text, raw, ref position, out error);
            case > '\u007f':
                AppendReplaced(text, raw, ref position);
                return true;
            default:
                text.Append('\\').Append(c);
                return true;
        }
    }

    private static int Octal(string raw, ref int position)
    {
        var number = 0;
        for (var digits = 0; digits < 3 && position < raw.Length && raw[position] is >= '0' and <= '7'; digits++)
        {
            number = (number * 8) + (raw[position++] - '0');
        }

        return number;
    }

    private static bool AppendHex(
        StringBuilder text,
        string raw,
        ref int position,
        int digits,
        string truncated,
        out string? error
    )
    {
        error = null;
        var end = Math.Min(position + digits, raw.Length);
        var valid = position;
        while (valid < end && char.IsAsciiHexDigit(raw[valid]))
        {
            valid++;
        }

        if (valid - position < digits)
        {
            error = truncated;
            return false;
        }

        var number = uint.Parse(raw.AsSpan(position, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        position = valid;
        if (number > 0x10FFFF)
        {
            error = "illegal Unicode character";
            return false;
        }

        if (number > 0xFFFF)
        {
            text.Append(char.ConvertFromUtf32((int)number));
        }
        else
        {
            text.Append((char)number);
        }

        return true;
    }

    // The names of the few characters that people write this way; .NET has no table of all of them.
    private static bool AppendNamed(StringBuilder text, string raw, ref int position, out string? error)
    {
        var close = position < raw.Length && raw[position] == '{' ? raw.IndexOf('}', position) : -1;
        if (close < 0)
        {
            error = @"malformed \N character escape";
            return false;
        }

        var character = CharacterNames.Find(raw[(position + 1)..close]);
        position = close + 1;
        error = character is null ? "unknown Unicode character name" : null;
        text.Append(character);
        return error is null;
    }

    // Python turns "é" into "\xe9" before it looks at escapes, so the backslash before it escapes that backslash.
    private static void AppendReplaced(StringBuilder text, string raw, ref int position)
    {
        position--;
        var code = char.IsSurrogatePair(raw, position) ? char.ConvertToUtf32(raw, position) : raw[position];
        position += code > 0xFFFF ? 2 : 1;
        var (letter, width) = code switch
        {
            <= 0xFF => ('x', "x2"),
            <= 0xFFFF => ('u', "x4"),
            _ => ('U', "x8"),
        };
        text.Append('\\').Append(letter).Append(code.ToString(width, CultureInfo.InvariantCulture));
    }
}
