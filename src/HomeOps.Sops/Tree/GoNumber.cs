using System.Globalization;
using System.Text;

namespace HomeOps.Sops.Tree;

/// <summary>Floating-point numbers as Go's <c>strconv.FormatFloat</c> writes them with the shortest precision (-1).</summary>
internal static class GoNumber
{
    /// <summary>Format <c>f</c>: never an exponent, no trailing <c>.0</c>. SOPS encrypts and hashes this form.</summary>
    public static string Fixed(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN"
                : value > 0 ? "+Inf"
                : "-Inf";
        }

        var (sign, digits, point) = Digits(value);
        return sign + Positional(digits, point);
    }

    /// <summary>What Go's <c>encoding/json</c> writes; null for infinities and not-a-number, which JSON has not.</summary>
    public static string? Json(double value)
    {
        if (!double.IsFinite(value))
        {
            return null;
        }

        var (sign, digits, point) = Digits(value);
        var size = Math.Abs(value);
        return size != 0 && (size < 1e-6 || size >= 1e21)
            ? sign + Exponential(digits, point - 1, point - 1 < 0 ? 1 : 2)
            : sign + Positional(digits, point);
    }

    /// <summary>Reads what <see cref="Fixed"/> writes, and exponents; null when it is no number.</summary>
    public static double? Parse(string text) =>
        text switch
        {
            "+Inf" or "Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            "NaN" => double.NaN,
            _ => double.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : null,
        };

    // The shortest digits that read back to the same number, and where the decimal point stands among them.
    private static (string Sign, string Digits, int Point) Digits(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        var body = text.AsSpan(sign.Length);
        var exponent = 0;
        var mark = body.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(body[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            body = body[..mark];
        }

        var dot = body.IndexOf('.');
        var point = dot < 0 ? body.Length : dot;
        var digits = dot < 0 ? body.ToString() : string.Concat(body[..dot], body[(dot + 1)..]);
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits[leading..].TrimEnd('0');
        return digits.Length == 0 ? (sign, "0", 1) : (sign, digits, point - leading + exponent);
    }

    private static string Positional(string digits, int point)
    {
        if (point <= 0)
        {
            return $"0.{new string('0', -point)}{digits}";
        }

        return point >= digits.Length
            ? digits + new string('0', point - digits.Length)
            : $"{digits[..point]}.{digits[point..]}";
    }

    private static string Exponential(string digits, int exponent, int exponentDigits)
    {
        var text = new StringBuilder().Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        return text.Append('e')
            .Append(exponent < 0 ? '-' : '+')
            .Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(exponentDigits, '0'))
            .ToString();
    }
}
