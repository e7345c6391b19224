using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Formatting;

/// <summary>A float in the styles e, f and g (CPython's PyOS_double_to_string), without sign.</summary>
internal static class FloatFormat
{
    /// <param name="magnitude">The value without its sign.</param>
    /// <param name="style">e, f or g, in either case.</param>
    /// <param name="precision">Decimals, or significant digits for g.</param>
    /// <param name="alternate">Keeps the point and the trailing zeros.</param>
    /// <param name="alwaysPoint">Adds <c>.0</c> to what looks like an int, as format() without a type does.</param>
    public static string Of(double magnitude, char style, int precision, bool alternate, bool alwaysPoint = false)
    {
        var text = char.ToLowerInvariant(style) switch
        {
            _ when double.IsNaN(magnitude) => "nan",
            _ when double.IsInfinity(magnitude) => "inf",
            'f' => ExactDecimal.Fixed(magnitude, precision) + (alternate && precision == 0 ? "." : ""),
            'e' => Exponential(magnitude, precision, alternate),
            _ => General(magnitude, Math.Max(precision, 1), alternate, alwaysPoint),
        };
        return char.IsUpper(style) ? text.ToUpperInvariant() : text;
    }

    /// <summary>repr() of the magnitude; the alternate form has a point before every exponent.</summary>
    public static string Shortest(double magnitude, bool alternate)
    {
        var text = FloatText.Of(magnitude);
        return alternate && !text.Contains('.') ? text.Replace("e", ".e", StringComparison.Ordinal) : text;
    }

    private static string Exponential(double magnitude, int precision, bool alternate)
    {
        var (digits, exponent) = ExactDecimal.Significant(magnitude, precision + 1);
        var point = precision > 0 || alternate ? "." : "";
        return $"{digits[0]}{point}{digits[1..]}{Power(exponent)}";
    }

    private static string General(double magnitude, int precision, bool alternate, bool alwaysPoint)
    {
        var (digits, exponent) = ExactDecimal.Significant(magnitude, precision);
        var plainUpTo = alwaysPoint ? precision - 1 : precision;
        if (exponent < -4 || exponent + 1 > plainUpTo)
        {
            digits = alternate ? digits : digits[0] + digits[1..].TrimEnd('0');
            var point = digits.Length > 1 || alternate ? "." : "";
            return $"{digits[0]}{point}{digits[1..]}{Power(exponent)}";
        }
        var (whole, fraction) =
            exponent < 0
                ? ("0", new string('0', -exponent - 1) + digits)
                : (digits[..(exponent + 1)], digits[(exponent + 1)..]);
        if (alternate)
        {
            return $"{whole}.{fraction}";
        }
        fraction = fraction.TrimEnd('0');
        return fraction.Length > 0 ? $"{whole}.{fraction}"
            : alwaysPoint ? whole + ".0"
            : whole;
    }

    private static string Power(int exponent) => $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
}
