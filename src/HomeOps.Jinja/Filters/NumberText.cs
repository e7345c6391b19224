using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using HomeOps.Jinja.Methods;

namespace HomeOps.Jinja.Filters;

/// <summary>int() and float() of a text.</summary>
internal static class NumberText
{
    // Python refuses longer ones too (sys.set_int_max_str_digits).
    private const int MostDigits = 4300;

    private static readonly SearchValues<char> FloatCharacters = SearchValues.Create("0123456789.eE+-");

    /// <summary>int(text, base): whitespace around, a sign, <c>_</c> between digits, any Unicode digits; base 0 reads the prefix.</summary>
    public static bool TryInteger(string text, long radix, out BigInteger number)
    {
        number = default;
        if (radix is not 0 and (< 2 or > 36))
        {
            return false;
        }
        var digits = Plain(text);
        var negative = digits.StartsWith('-');
        digits = digits.Length > 0 && digits[0] is '+' or '-' ? digits[1..] : digits;
        var prefix = digits.Length > 1 && digits[0] == '0' ? PrefixBase(digits[1]) : 0;
        if (prefix != 0 && (radix == 0 || radix == prefix))
        {
            radix = prefix;
            digits = digits.Length > 2 && digits[2] == '_' ? digits[3..] : digits[2..];
        }
        else if (radix == 0)
        {
            radix = 10;
            if (digits.Length > 1 && digits[0] == '0' && digits.AsSpan().IndexOfAnyExcept('0', '_') >= 0)
            {
                return false;
            }
        }
        return TryDigits(digits, (int)radix, negative, out number);
    }

    /// <summary>float(text): also inf, infinity and nan in any case.</summary>
    public static bool TryFloat(string text, out double number)
    {
        number = 0;
        var digits = Plain(text);
        var unsigned = digits.Length > 0 && digits[0] is '+' or '-' ? digits[1..] : digits;
        var special = unsigned.ToLowerInvariant() switch
        {
            "inf" or "infinity" => double.PositiveInfinity,
            "nan" => double.NaN,
            _ => 0,
        };
        if (special != 0)
        {
            number = digits[0] == '-' ? -special : special;
            return true;
        }
        if (!Underscored(unsigned, static c => char.IsAsciiDigit(c)))
        {
            return false;
        }
        digits = digits.Replace("_", "", StringComparison.Ordinal);
        return !digits.AsSpan().ContainsAnyExcept(FloatCharacters)
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryDigits(string digits, int radix, bool negative, out BigInteger number)
    {
        number = BigInteger.Zero;
        if (
            digits.Length is 0 or > MostDigits
            || !Underscored(digits, char.IsAsciiLetterOrDigit)
            || digits[0] == '_'
            || digits[^1] == '_'
        )
        {
            return false;
        }
        foreach (var c in digits)
        {
            if (c == '_')
            {
                continue;
            }
            var digit =
                char.IsAsciiDigit(c) ? c - '0'
                : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10
                : 99;
            if (digit >= radix)
            {
                return false;
            }
            number = (number * radix) + digit;
        }
        number = negative ? -number : number;
        return true;
    }

    // An underscore stands between two digits only.
    private static bool Underscored(string text, Func<char, bool> isDigit)
    {
        for (var i = text.IndexOf('_'); i >= 0; i = text.IndexOf('_', i + 1))
        {
            if (i == 0 || i == text.Length - 1 || !isDigit(text[i - 1]) || !isDigit(text[i + 1]))
            {
                return false;
            }
        }
        return true;
    }

    private static int PrefixBase(char c) =>
        c switch
        {
            'x' or 'X' => 16,
            'o' or 'O' => 8,
            'b' or 'B' => 2,
            _ => 0,
        };

    // Without whitespace around, with ASCII digits for those of other scripts.
    private static string Plain(string text)
    {
        text = Trimming.Both(text);
        if (Ascii.IsValid(text))
        {
            return text;
        }
        var into = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            into.Append(UnicodeClass.IsDecimal(rune) ? ((int)Rune.GetNumericValue(rune)).ToString() : rune.ToString());
        }
        return into.ToString();
    }
}
