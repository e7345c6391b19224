using System.Globalization;
using System.Numerics;

namespace HomeOps.Yaml;

/// <summary>Reads the digits of numbers as the resolvers need them.</summary>
internal static class Digits
{
    /// <summary>Digits in base 2, 8, 10 or 16 without sign, or null when a character is none or there is none.</summary>
    public static BigInteger? Parse(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty)
        {
            return null;
        }

        ulong small = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = Value(digits[i]);
            if (digit >= radix)
            {
                return null;
            }

            if (i < 15)
            {
                small = (small * (ulong)radix) + (ulong)digit;
            }
        }

        return digits.Length <= 15 ? small : ParseLong(digits, radix);
    }

    /// <summary>Takes as many decimal digits as allowed from a text.</summary>
    /// <param name="text">The text, advanced behind the digits.</param>
    /// <param name="min">Fewest digits.</param>
    /// <param name="max">Most digits; what follows is not looked at.</param>
    /// <param name="value">Their value.</param>
    public static bool TryTake(ref ReadOnlySpan<char> text, int min, int max, out int value)
    {
        value = 0;
        var count = 0;
        while (count < max && count < text.Length && char.IsAsciiDigit(text[count]))
        {
            value = (value * 10) + (text[count] - '0');
            count++;
        }

        text = text[count..];
        return count >= min;
    }

    /// <summary>The value as <see cref="long"/> when it fits, else as <see cref="BigInteger"/>.</summary>
    public static object Box(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? (long)value : (object)value;

    private static BigInteger ParseLong(ReadOnlySpan<char> digits, int radix)
    {
        switch (radix)
        {
            case 10:
                return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            case 16:
                // A leading zero keeps the sign bit out of the digits.
                return BigInteger.Parse(
                    string.Concat("0", digits),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture
                );
            default:
                var bits = radix == 8 ? 3 : 1;
                var bytes = new byte[(((digits.Length * bits) + 7) / 8) + 1];
                for (var i = 0; i < digits.Length * bits; i++)
                {
                    var digit = Value(digits[digits.Length - 1 - (i / bits)]);
                    bytes[i / 8] |= (byte)(((digit >> (i % bits)) & 1) << (i % 8));
                }

                return new BigInteger(bytes);
        }
    }

    private static int Value(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => int.MaxValue,
        };
}
