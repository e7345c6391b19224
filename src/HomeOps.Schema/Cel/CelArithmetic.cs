using System.Numerics;

namespace HomeOps.Schema;

/// <summary>Operators on numbers and texts. What would overflow, divide by zero or not fit is unknown.</summary>
internal static class CelArithmetic
{
    private const int MaxText = 1 << 20;

    public static object? Of(string sign, object? a, object? b)
    {
        if (sign is "<" or "<=" or ">" or ">=")
        {
            return Compare(a, b) is not { } order
                ? CelValue.Unknown
                : sign switch
                {
                    "<" => order < 0,
                    "<=" => order <= 0,
                    ">" => order > 0,
                    _ => order >= 0,
                };
        }

        return (a, b) switch
        {
            (long x, long y) => Whole(sign, x, y),
            (ulong x, ulong y) => Unsigned(sign, x, y),
            (double x, double y) => Real(sign, x, y),
            (string x, string y) when sign == "+" && x.Length + y.Length <= MaxText => x + y,
            _ => CelValue.Unknown,
        };
    }

    /// <summary>Below zero, zero, above zero; null for what has no order.</summary>
    public static int? Compare(object? a, object? b) =>
        (a, b) switch
        {
            (string x, string y) => string.CompareOrdinal(x, y),
            (bool x, bool y) => x.CompareTo(y),
            (double x, _) when double.IsNaN(x) => null,
            (_, double y) when double.IsNaN(y) => null,
            (double x, double y) => x.CompareTo(y),
            (double x, long or ulong) => x.CompareTo((double)Big(b)),
            (long or ulong, double y) => ((double)Big(a)).CompareTo(y),
            (long or ulong, long or ulong) => Big(a).CompareTo(Big(b)),
            _ => null,
        };

    private static BigInteger Big(object? number) => number is ulong large ? large : (long)(number ?? 0L);

    private static object Whole(string sign, long x, long y)
    {
        var exact = Exact(sign, x, y);
        return exact is { } value && value >= long.MinValue && value <= long.MaxValue ? (long)value : CelValue.Unknown;
    }

    private static object Unsigned(string sign, ulong x, ulong y)
    {
        var exact = Exact(sign, x, y);
        return exact is { } value && value >= 0 && value <= ulong.MaxValue ? (ulong)value : CelValue.Unknown;
    }

    private static BigInteger? Exact(string sign, BigInteger x, BigInteger y) =>
        sign switch
        {
            "+" => x + y,
            "-" => x - y,
            "*" => x * y,
            "/" when !y.IsZero => BigInteger.Divide(x, y),
            "%" when !y.IsZero => BigInteger.Remainder(x, y),
            _ => null,
        };

    private static object Real(string sign, double x, double y) =>
        sign switch
        {
            "+" => x + y,
            "-" => x - y,
            "*" => x * y,
            "/" => x / y,
            _ => CelValue.Unknown,
        };
}
