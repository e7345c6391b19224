using System.Globalization;
using System.Numerics;
using System.Text;

namespace HomeOps.Jinja.Formatting;

/// <summary>Integers in other bases.</summary>
internal static class IntegerText
{
    /// <summary>Digits of a magnitude; the base is named by its format type: b, o, x, X.</summary>
    public static string InBase(BigInteger magnitude, char type)
    {
        if (magnitude.IsZero)
        {
            return "0";
        }
        switch (type)
        {
            case 'x' or 'X':
                var hex = magnitude.ToString(type.ToString(), CultureInfo.InvariantCulture).TrimStart('0');
                return hex;
            case 'b':
                return magnitude.ToString("b", CultureInfo.InvariantCulture).TrimStart('0');
            default:
                var digits = new StringBuilder();
                var bits = magnitude.ToString("b", CultureInfo.InvariantCulture).TrimStart('0');
                bits = bits.PadLeft((bits.Length + 2) / 3 * 3, '0');
                for (var i = 0; i < bits.Length; i += 3)
                {
                    digits.Append(
                        (char)('0' + ((bits[i] - '0') * 4) + ((bits[i + 1] - '0') * 2) + (bits[i + 2] - '0'))
                    );
                }
                return digits.ToString();
        }
    }

    /// <summary>The prefix of the alternate form.</summary>
    public static string Prefix(char type) => type is 'b' or 'o' or 'x' or 'X' ? "0" + type : "";

    /// <summary>The character of a code point, lone surrogates included.</summary>
    public static string Character(long point) =>
        point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32((int)point);
}
