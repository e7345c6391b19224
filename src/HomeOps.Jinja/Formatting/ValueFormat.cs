using System.Numerics;
using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Formatting;

/// <summary>Python's format(value, spec).</summary>
internal static class ValueFormat
{
    /// <exception cref="JinjaException">ValueError for a spec the type does not have, TypeError for a type without specs.</exception>
    public static string Of(EvaluationContext context, Value value, string spec)
    {
        if (spec.Length == 0)
        {
            return PyText.Str(value);
        }
        if (value.AsText is { } text)
        {
            return OfText(text, FormatSpec.Parse(context, spec, "str"));
        }
        if (value.Kind == ValueKind.Float)
        {
            return OfFloat(value.AsDouble, FormatSpec.Parse(context, spec, "float"), "float");
        }
        if (value.IsInteger)
        {
            return OfInteger(value, FormatSpec.Parse(context, spec, TypeNames.Of(value)), TypeNames.Of(value));
        }
        throw JinjaException.Type($"unsupported format string passed to {TypeNames.Of(value)}.__format__");
    }

    private static string OfText(string text, FormatSpec spec)
    {
        if (spec.Type != 's')
        {
            throw Unknown(spec.Type, "str");
        }
        if (spec.Sign != '\0')
        {
            throw JinjaException.Value(
                spec.Sign == ' '
                    ? "Space not allowed in string format specifier"
                    : "Sign not allowed in string format specifier"
            );
        }
        if (spec.NoNegativeZero)
        {
            throw JinjaException.Value("Negative zero coercion (z) not allowed in string format specifier");
        }
        if (spec.Alternate)
        {
            throw JinjaException.Value("Alternate form (#) not allowed in string format specifier");
        }
        if (spec.Align == '=')
        {
            throw JinjaException.Value("'=' alignment not allowed in string format specifier");
        }
        var cut = spec.Precision >= 0 ? text[..CodePoints.Offset(text, spec.Precision)] : text;
        return spec.Pad("", cut, '<');
    }

    private static string OfInteger(Value value, FormatSpec spec, string typeName)
    {
        if (spec.Type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%')
        {
            return OfFloat(Numbers.ToDouble(value), spec, typeName);
        }
        if (spec.Type is not ('\0' or 'd' or 'n' or 'b' or 'c' or 'o' or 'x' or 'X'))
        {
            throw Unknown(spec.Type, typeName);
        }
        if (spec.Precision >= 0)
        {
            throw JinjaException.Value("Precision not allowed in integer format specifier");
        }
        if (spec.NoNegativeZero)
        {
            throw JinjaException.Value("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (spec.Type == 'c')
        {
            return OfCharacter(value, spec);
        }
        var number = value.AsBigInteger;
        var magnitude = BigInteger.Abs(number);
        var digits = spec.Type switch
        {
            'd' or 'n' or '\0' => magnitude.ToString(),
            _ => IntegerText.InBase(magnitude, spec.Type),
        };
        var prefix = Sign(number.Sign < 0, spec) + (spec.Alternate ? IntegerText.Prefix(spec.Type) : "");
        return Grouped(prefix, digits, "", spec, spec.Type is 'b' or 'o' or 'x' or 'X' ? 4 : 3);
    }

    private static string OfCharacter(Value value, FormatSpec spec)
    {
        if (spec.Sign != '\0')
        {
            throw JinjaException.Value("Sign not allowed with integer format specifier 'c'");
        }
        if (spec.Alternate)
        {
            throw JinjaException.Value("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        var point = value.Kind == ValueKind.BigInt ? -1 : value.AsInt64;
        if (point is < 0 or > 0x10FFFF)
        {
            throw JinjaException.Overflow("%c arg not in range(0x110000)");
        }
        return spec.Pad("", IntegerText.Character(point), '>');
    }

    private static string OfFloat(double number, FormatSpec spec, string typeName)
    {
        var percent = spec.Type == '%';
        var magnitude = Math.Abs(number) * (percent ? 100 : 1);
        var precision = spec.Precision < 0 ? 6 : spec.Precision;
        var digits = spec.Type switch
        {
            '\0' when spec.Precision < 0 => FloatFormat.Shortest(magnitude, spec.Alternate),
            '\0' => FloatFormat.Of(magnitude, 'g', precision, spec.Alternate, alwaysPoint: true),
            'n' => FloatFormat.Of(magnitude, 'g', precision, spec.Alternate),
            '%' => FloatFormat.Of(magnitude, 'f', precision, spec.Alternate),
            'e' or 'E' or 'f' or 'F' or 'g' or 'G' => FloatFormat.Of(magnitude, spec.Type, precision, spec.Alternate),
            _ => throw Unknown(spec.Type, typeName),
        };
        var negative = double.IsNegative(number) && !double.IsNaN(number);
        if (
            spec.NoNegativeZero
            && negative
            && digits.AsSpan().IndexOfAnyInRange('1', '9') < 0
            && double.IsFinite(number)
        )
        {
            negative = false;
        }
        var end = digits.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var (whole, rest) = end < 0 ? (digits, "") : (digits[..end], digits[end..]);
        return Grouped(Sign(negative, spec), whole, rest + (percent ? "%" : ""), spec, 3);
    }

    private static string Sign(bool negative, FormatSpec spec) =>
        negative ? "-"
        : spec.Sign is '+' or ' ' ? spec.Sign.ToString()
        : "";

    // With zeros between sign and digits the separators go through the zeros too.
    private static string Grouped(string prefix, string digits, string rest, FormatSpec spec, int size)
    {
        if (spec.Grouping != '\0')
        {
            var room = spec is { Align: '=', Fill: "0" } ? spec.Width - prefix.Length - rest.Length : 0;
            digits = Separated(digits, spec.Grouping, size, room);
        }
        return spec.Pad(prefix, digits + rest, '>');
    }

    private static string Separated(string digits, char separator, int size, int room)
    {
        var into = new StringBuilder();
        var count = 0;
        for (var i = digits.Length - 1; i >= 0 || into.Length < room; i--)
        {
            if (count > 0 && count % size == 0)
            {
                into.Insert(0, separator);
            }
            into.Insert(0, i >= 0 ? digits[i] : '0');
            count++;
        }
        return into.ToString();
    }

    private static JinjaException Unknown(char type, string typeName) =>
        JinjaException.Value($"Unknown format code '{type}' for object of type '{typeName}'");
}
