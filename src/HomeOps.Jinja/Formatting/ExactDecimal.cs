using System.Numerics;

namespace HomeOps.Jinja.Formatting;

/// <summary>Decimal digits of a double, rounded half to even from its exact value. .NET rounds ties away from zero.</summary>
internal static class ExactDecimal
{
    // No double has a digit other than 0 after these.
    private const int MostDecimals = 1100;

    /// <summary>The value times a power of ten, rounded to an integer.</summary>
    public static BigInteger Scaled(double magnitude, int powerOfTen)
    {
        var bits = BitConverter.DoubleToInt64Bits(magnitude);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        exponent = exponent == 0 ? -1074 : exponent - 1075;
        mantissa = exponent == -1074 && ((bits >> 52) & 0x7FF) == 0 ? mantissa : mantissa | (1L << 52);

        BigInteger above = mantissa;
        var below = BigInteger.One;
        if (powerOfTen >= 0)
        {
            above *= BigInteger.Pow(10, powerOfTen);
        }
        else
        {
            below *= BigInteger.Pow(10, -powerOfTen);
        }
        if (exponent >= 0)
        {
            above <<= exponent;
        }
        else
        {
            below <<= -exponent;
        }

        var whole = BigInteger.DivRem(above, below, out var rest);
        var half = (rest << 1).CompareTo(below);
        return half > 0 || (half == 0 && !whole.IsEven) ? whole + 1 : whole;
    }

    /// <summary>Digits with so many decimals: <c>12.50</c>.</summary>
    public static string Fixed(double magnitude, int decimals)
    {
        if (decimals > MostDecimals)
        {
            return Fixed(magnitude, MostDecimals) + new string('0', decimals - MostDecimals);
        }
        var digits = Scaled(magnitude, decimals).ToString();
        if (decimals == 0)
        {
            return digits;
        }
        digits = digits.PadLeft(decimals + 1, '0');
        return $"{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>So many significant digits, and the power of ten of the first.</summary>
    public static (string Digits, int Exponent) Significant(double magnitude, int count)
    {
        if (count > MostDecimals)
        {
            var (digits, power) = Significant(magnitude, MostDecimals);
            return (digits.PadRight(count, '0'), power);
        }
        if (magnitude == 0)
        {
            return (new string('0', count), 0);
        }
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        while (true)
        {
            var found = Scaled(magnitude, count - 1 - exponent).ToString();
            if (found.Length == count)
            {
                return (found, exponent);
            }
            exponent += found.Length > count ? 1 : -1;
        }
    }
}
