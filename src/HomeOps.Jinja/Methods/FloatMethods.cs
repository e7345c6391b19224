using System.Numerics;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of float.</summary>
internal static class FloatMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            "is_integer" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "is_integer", 0, 0);
                return double.IsFinite(self.AsDouble) && Math.Floor(self.AsDouble) == self.AsDouble;
            },
            "as_integer_ratio" => Ratio,
            "hex" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "hex", 0, 0);
                return Hex(self.AsDouble);
            },
            "conjugate" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "conjugate", 0, 0);
                return self;
            },
            _ => null,
        };

    private static Value Ratio(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "as_integer_ratio", 0, 0);
        var number = self.AsDouble;
        if (!double.IsFinite(number))
        {
            throw double.IsNaN(number)
                ? JinjaException.Value("cannot convert NaN to integer ratio")
                : JinjaException.Overflow("cannot convert Infinity to integer ratio");
        }
        var below = BigInteger.One;
        while (number != Math.Floor(number))
        {
            number *= 2;
            below *= 2;
        }
        return new PyTuple([Value.Integer(new BigInteger(number)), Value.Integer(below)]);
    }

    private static string Hex(double number)
    {
        var sign = double.IsNegative(number) ? "-" : "";
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "nan" : sign + "inf";
        }
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0 && mantissa == 0)
        {
            return sign + "0x0.0p+0";
        }
        var power = exponent == 0 ? -1022 : exponent - 1023;
        return $"{sign}0x{(exponent == 0 ? 0 : 1)}.{mantissa:x13}p{(power < 0 ? '-' : '+')}{Math.Abs(power)}";
    }
}
