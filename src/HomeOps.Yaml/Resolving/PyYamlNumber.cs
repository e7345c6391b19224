using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace HomeOps.Yaml;

/// <summary>Numbers of YAML 1.1 as PyYAML reads them: <c>_</c> between digits, octal by a leading 0, base 60 by colons.</summary>
internal static class PyYamlNumber
{
    private static readonly SearchValues<char> Binary = SearchValues.Create("01_");
    private static readonly SearchValues<char> Octal = SearchValues.Create("01234567_");
    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789_");
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF_");

    public static bool LooksLikeInt(string text)
    {
        var digits = SkipSign(text);
        if (digits.IsEmpty)
        {
            return false;
        }

        if (digits[0] == '0')
        {
            return digits.Length == 1
                || digits[1] switch
                {
                    'b' => digits.Length > 2 && !digits[2..].ContainsAnyExcept(Binary),
                    'x' => digits.Length > 2 && !digits[2..].ContainsAnyExcept(Hexadecimal),
                    _ => !digits[1..].ContainsAnyExcept(Octal),
                };
        }

        var colon = digits.IndexOf(':');
        var head = colon < 0 ? digits : digits[..colon];
        return head.Length > 0
            && char.IsAsciiDigit(head[0])
            && !head.ContainsAnyExcept(Decimal)
            && (colon < 0 || AreSixtieths(digits[colon..]));
    }

    public static bool LooksLikeFloat(string text)
    {
        if (text is ".nan" or ".NaN" or ".NAN")
        {
            return true;
        }

        var rest = SkipSign(text);
        if (rest is ".inf" or ".Inf" or ".INF")
        {
            return true;
        }

        var dot = rest.IndexOf('.');
        if (dot < 0)
        {
            return false;
        }

        var whole = rest[..dot];
        var fraction = rest[(dot + 1)..];
        if (whole.IsEmpty)
        {
            // ".5", but "-.5" is text.
            return rest.Length == text.Length
                && fraction.Length > 0
                && char.IsAsciiDigit(fraction[0])
                && IsFraction(fraction, mayHaveExponent: true);
        }

        var colon = whole.IndexOf(':');
        var head = colon < 0 ? whole : whole[..colon];
        return head.Length > 0
            && char.IsAsciiDigit(head[0])
            && !head.ContainsAnyExcept(Decimal)
            && (colon < 0 || AreSixtieths(whole[colon..]))
            && IsFraction(fraction, mayHaveExponent: colon < 0);
    }

    public static YamlValue? Int(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal).Trim();
        var digits = SkipSign(plain);
        var value = digits switch
        {
            ['0', 'b', ..] => Digits.Parse(digits[2..], 2),
            ['0', 'x', ..] => Digits.Parse(digits[2..], 16),
            ['0', _, ..] => Digits.Parse(digits, 8),
            _ when digits.Contains(':') => Sixtieths(digits),
            _ => Digits.Parse(digits, 10),
        };
        return value is { } v ? new YamlValue(YamlKind.Int, Digits.Box(plain.StartsWith('-') ? -v : v)) : null;
    }

    public static YamlValue? Float(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        var digits = SkipSign(plain);
        double? value = digits switch
        {
            ".inf" or "inf" or "infinity" => double.PositiveInfinity,
            ".nan" or "nan" => double.NaN,
            _ => Sum(digits),
        };
        return value is { } v ? new YamlValue(YamlKind.Float, plain.StartsWith('-') ? -v : v) : null;
    }

    private static ReadOnlySpan<char> SkipSign(string text) =>
        text.Length > 0 && text[0] is '+' or '-' ? text.AsSpan(1) : text;

    // One or more of ":5" or ":05", below 60.
    private static bool AreSixtieths(ReadOnlySpan<char> text)
    {
        while (text is [':', var first, ..] && char.IsAsciiDigit(first))
        {
            if (text.Length > 2 && char.IsAsciiDigit(text[2]))
            {
                if (first > '5')
                {
                    return false;
                }

                text = text[3..];
            }
            else
            {
                text = text[2..];
            }
        }

        return text.IsEmpty;
    }

    // Digits, and an exponent only with its sign: "1.5e3" is text.
    private static bool IsFraction(ReadOnlySpan<char> text, bool mayHaveExponent)
    {
        var stop = text.IndexOfAnyExcept(Decimal);
        if (stop < 0)
        {
            return true;
        }

        var exponent = text[stop..];
        return mayHaveExponent
            && exponent is ['e' or 'E', '+' or '-', _, ..]
            && !exponent[2..].ContainsAnyExceptInRange('0', '9');
    }

    private static BigInteger? Sixtieths(ReadOnlySpan<char> text)
    {
        var sum = BigInteger.Zero;
        foreach (var range in text.Split(':'))
        {
            if (Digits.Parse(text[range], 10) is not { } part)
            {
                return null;
            }

            sum = (sum * 60) + part;
        }

        return sum;
    }

    private static double? Sum(ReadOnlySpan<char> text)
    {
        // From the last part on, as PyYAML adds them, so that rounding is the same.
        double sum = 0;
        double unit = 1;
        while (true)
        {
            var colon = text.LastIndexOf(':');
            if (
                !double.TryParse(
                    text[(colon + 1)..],
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                    CultureInfo.InvariantCulture,
                    out var part
                )
            )
            {
                return null;
            }

            sum += part * unit;
            if (colon < 0)
            {
                return sum;
            }

            unit *= 60;
            text = text[..colon];
        }
    }
}
