using System.Globalization;
using System.Numerics;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>The numbers of the template language (jinja2.lexer, integer_re and float_re).</summary>
internal static class NumberLiteral
{
    // Python refuses longer decimal texts (sys.set_int_max_str_digits).
    private const int MaxDigits = 4300;

    /// <summary>The length of the float at an offset: it needs a fraction or an exponent, and digits around the dot.</summary>
    public static int FloatLength(string text, int from)
    {
        if (from > 0 && text[from - 1] == '.')
        {
            return 0;
        }

        var whole = Digits(text, from);
        var end = whole;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = Digits(text, end + 1);
            end = fraction > end + 1 ? fraction : end;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            var exponent = Digits(text, digits);
            end = exponent > digits ? exponent : end;
        }

        return end > whole ? end - from : 0;
    }

    /// <summary>The length of the integer at an offset, which must be a digit.</summary>
    public static int IntegerLength(string text, int from)
    {
        if (text[from] != '0')
        {
            return Run(text, from + 1, char.IsAsciiDigit) - from;
        }

        var prefixed =
            from + 1 >= text.Length ? from
            : text[from + 1] is 'b' or 'B' ? Run(text, from + 2, static c => c is '0' or '1')
            : text[from + 1] is 'o' or 'O' ? Run(text, from + 2, static c => c is >= '0' and <= '7')
            : text[from + 1] is 'x' or 'X' ? Run(text, from + 2, char.IsAsciiHexDigit)
            : from;
        return prefixed > from + 2 ? prefixed - from : Run(text, from + 1, static c => c == '0') - from;
    }

    /// <summary>The value of an integer literal, null when it has more digits than Python accepts.</summary>
    public static Value? Integer(string literal)
    {
        var digits = literal.Replace("_", "", StringComparison.Ordinal);
        if (digits.Length > MaxDigits)
        {
            return null;
        }

        var bits =
            digits.Length < 2 ? 0
            : digits[1] is 'x' or 'X' ? 4
            : digits[1] is 'o' or 'O' ? 3
            : digits[1] is 'b' or 'B' ? 1
            : 0;
        if (bits == 0)
        {
            return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small)
                ? small
                : Value.Integer(BigInteger.Parse(digits, CultureInfo.InvariantCulture));
        }

        var number = BigInteger.Zero;
        foreach (var c in digits.AsSpan(2))
        {
            number = (number << bits) + Convert.ToInt32(c.ToString(), 16);
        }

        return Value.Integer(number);
    }

    /// <summary>The value of a float literal.</summary>
    public static Value Float(string literal) =>
        double.Parse(
            literal.Replace("_", "", StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );

    // Digits with single underscores between them; the start itself when there is none.
    private static int Digits(string text, int from)
    {
        if (from >= text.Length || !char.IsAsciiDigit(text[from]))
        {
            return from;
        }

        return Run(text, from + 1, char.IsAsciiDigit);
    }

    private static int Run(string text, int from, Func<char, bool> isDigit)
    {
        while (from < text.Length)
        {
            if (isDigit(text[from]))
            {
                from++;
            }
            else if (text[from] == '_' && from + 1 < text.Length && isDigit(text[from + 1]))
            {
                from += 2;
            }
            else
            {
                break;
            }
        }

        return from;
    }
}
