using System.Globalization;
using System.Numerics;

namespace HomeOps.Yaml;

/// <summary>Numbers as go-yaml v3 reads them: Go's integer prefixes, a leading 0 for octal, <c>_</c> passed over.</summary>
internal static class GoNumber
{
    /// <summary>The number, or null when the text is none.</summary>
    public static YamlValue? Resolve(string text)
    {
        switch (text)
        {
            case ".nan" or ".NaN" or ".NAN":
                return new YamlValue(YamlKind.Float, double.NaN);
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                return new YamlValue(YamlKind.Float, double.PositiveInfinity);
            case "-.inf" or "-.Inf" or "-.INF":
                return new YamlValue(YamlKind.Float, double.NegativeInfinity);
            case "":
                return null;
        }

        if (text[0] == '.')
        {
            return Float(text);
        }

        var plain = text.Contains('_', StringComparison.Ordinal)
            ? text.Replace("_", "", StringComparison.Ordinal)
            : text;
        return Int(plain) ?? Float(plain);
    }

    // 64 bits with sign, or up to 64 bits without one.
    private static YamlValue? Int(string plain)
    {
        if (plain.Length == 0)
        {
            return null;
        }

        var hasSign = plain[0] is '+' or '-';
        var digits = hasSign ? plain.AsSpan(1) : plain;
        var magnitude = digits switch
        {
            ['0', 'x' or 'X', ..] => Digits.Parse(digits[2..], 16),
            ['0', 'b' or 'B', ..] => Digits.Parse(digits[2..], 2),
            ['0', 'o' or 'O', ..] => Digits.Parse(digits[2..], 8),
            ['0', _, ..] => Digits.Parse(digits, 8),
            _ => Digits.Parse(digits, 10),
        };
        if (magnitude is not { } value)
        {
            return null;
        }

        value = plain[0] == '-' ? -value : value;
        var highest = hasSign ? long.MaxValue : (BigInteger)ulong.MaxValue;
        return value >= long.MinValue && value <= highest ? new YamlValue(YamlKind.Int, Digits.Box(value)) : null;
    }

    // [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?, and within the range of a double.
    private static YamlValue? Float(string plain)
    {
        var i = plain.Length > 0 && plain[0] is '+' or '-' ? 1 : 0;
        var whole = CountDigits(plain, i);
        i += whole;
        if (i < plain.Length && plain[i] == '.')
        {
            var fraction = CountDigits(plain, i + 1);
            if (whole + fraction == 0)
            {
                return null;
            }

            i += 1 + fraction;
        }
        else if (whole == 0)
        {
            return null;
        }

        if (i < plain.Length && plain[i] is 'e' or 'E')
        {
            i++;
            i += i < plain.Length && plain[i] is '+' or '-' ? 1 : 0;
            var exponent = CountDigits(plain, i);
            if (exponent == 0)
            {
                return null;
            }

            i += exponent;
        }

        return
            i == plain.Length
            && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? new YamlValue(YamlKind.Float, value)
            : null;
    }

    private static int CountDigits(string text, int from)
    {
        var i = from;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i - from;
    }
}
