using System.Globalization;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Schema;

/// <summary>Reads texts and bytes in quotes.</summary>
/// <param name="text">The expression.</param>
/// <param name="isRaw">Whether a backslash is a character like others.</param>
/// <param name="isBytes">Whether it is bytes and not a text.</param>
internal sealed class CelQuoted(string text, bool isRaw, bool isBytes)
{
    /// <summary>The value.</summary>
    /// <param name="at">The place behind the opening quote; then that behind the closing one.</param>
    /// <param name="quote">One quote, or three, between which lines may break.</param>
    /// <param name="start">Where the literal begins.</param>
    public object Read(ref int at, string quote, int start)
    {
        var result = new StringBuilder();
        while (true)
        {
            if (at >= text.Length || (quote.Length == 1 && text[at] is '\n' or '\r'))
            {
                throw new CelException("a quoted text is not closed", new TextSpan(start, 1));
            }

            if (string.CompareOrdinal(text, at, quote, 0, quote.Length) == 0)
            {
                at += quote.Length;
                return isBytes
                    ? new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(result.ToString()))
                    : result.ToString();
            }

            if (text[at] == '\\' && !isRaw)
            {
                AppendEscape(result, ref at);
            }
            else
            {
                result.Append(text[at]);
                at++;
            }
        }
    }

    private void AppendEscape(StringBuilder result, ref int at)
    {
        var start = at;
        var c = at + 1 < text.Length ? text[at + 1] : '\0';
        at += 2;
        switch (c)
        {
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v':
                result.Append("\a\b\f\n\r\t\v"["abfnrtv".IndexOf(c, StringComparison.Ordinal)]);
                break;
            case '\\' or '?' or '"' or '\'' or '`':
                result.Append(c);
                break;
            case 'x' or 'X':
                AppendCode(result, ref at, 2, NumberStyles.AllowHexSpecifier, start);
                break;
            case 'u' when !isBytes:
                AppendCode(result, ref at, 4, NumberStyles.AllowHexSpecifier, start);
                break;
            case 'U' when !isBytes:
                AppendCode(result, ref at, 8, NumberStyles.AllowHexSpecifier, start);
                break;
            case >= '0' and <= '3':
                at--;
                AppendCode(result, ref at, 3, NumberStyles.None, start);
                break;
            default:
                throw new CelException(
                    "there is no such escape",
                    new TextSpan(start, Math.Min(2, text.Length - start))
                );
        }
    }

    private void AppendCode(StringBuilder result, ref int at, int digits, NumberStyles style, int start)
    {
        var code = text.AsSpan(Math.Min(at, text.Length), Math.Max(0, Math.Min(digits, text.Length - at)));
        at += digits;
        var value = -1;
        if (style == NumberStyles.None && code.Length == digits && code.IndexOfAnyExceptInRange('0', '7') < 0)
        {
            value = ((code[0] - '0') * 64) + ((code[1] - '0') * 8) + code[2] - '0';
        }
        else if (
            style != NumberStyles.None
            && code.Length == digits
            && int.TryParse(code, style, CultureInfo.InvariantCulture, out var hex)
        )
        {
            value = hex;
        }

        if (!Rune.IsValid(value))
        {
            throw new CelException(
                "an escaped character is malformed",
                new TextSpan(start, Math.Min(at, text.Length) - start)
            );
        }

        result.Append(new Rune(value).ToString());
    }
}
