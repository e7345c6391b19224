using System.Numerics;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of int and bool.</summary>
internal static class IntMethods
{
    private static readonly Signature BytesSignature = new(
        "to_bytes",
        ["length", "byteorder", "signed"],
        [1, "big", false]
    );

    public static Method? Find(string name) =>
        name switch
        {
            "bit_length" => static (_, self, arguments) =>
            {
                arguments.Expect("int.bit_length", 0, 0);
                return Bits(BigInteger.Abs(self.AsBigInteger));
            },
            "bit_count" => static (_, self, arguments) =>
            {
                arguments.Expect("int.bit_count", 0, 0);
                return (long)BigInteger.PopCount(BigInteger.Abs(self.AsBigInteger));
            },
            "conjugate" => static (_, self, arguments) =>
            {
                arguments.Expect("int.conjugate", 0, 0);
                return Value.Integer(self.AsBigInteger);
            },
            "is_integer" => static (_, _, arguments) =>
            {
                arguments.Expect("int.is_integer", 0, 0);
                return true;
            },
            "as_integer_ratio" => static (_, self, arguments) =>
            {
                arguments.Expect("int.as_integer_ratio", 0, 0);
                return new PyTuple([Value.Integer(self.AsBigInteger), 1]);
            },
            "to_bytes" => ToBytes,
            _ => null,
        };

    private static Value ToBytes(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = BytesSignature.Bind(arguments);
        var length = Arguments.Index(bound[0]);
        if (length < 0)
        {
            throw JinjaException.Value("length argument must be non-negative");
        }
        Sequences.CheckText(context, length);
        var order = Arguments.Text(bound[1], "to_bytes() argument 'byteorder' must be str, not ");
        if (order is not ("big" or "little"))
        {
            throw JinjaException.Value("byteorder must be either 'little' or 'big'");
        }
        var signed = Truth.Of(bound[2]);
        var number = self.AsBigInteger;
        if (number.Sign < 0 && !signed)
        {
            throw JinjaException.Overflow("can't convert negative int to unsigned");
        }
        var content = new byte[length];
        content.AsSpan().Fill(number.Sign < 0 ? (byte)0xFF : (byte)0);
        if (number.GetByteCount(isUnsigned: !signed) > length && !number.IsZero)
        {
            throw JinjaException.Overflow("int too big to convert");
        }
        if (!number.IsZero)
        {
            number.TryWriteBytes(content, out _, isUnsigned: !signed);
        }
        if (order is "big")
        {
            Array.Reverse(content);
        }
        return new PyBytes(content);
    }

    private static Value Bits(BigInteger magnitude) => magnitude.IsZero ? 0 : (long)magnitude.GetBitLength();
}

/// <summary>The methods of float.</summary>
internal static class FloatMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            "is_integer" => static (_, self, arguments) =>
            {
                arguments.Expect("float.is_integer", 0, 0);
                return double.IsFinite(self.AsDouble) && Math.Floor(self.AsDouble) == self.AsDouble;
            },
            "as_integer_ratio" => Ratio,
            "hex" => static (_, self, arguments) =>
            {
                arguments.Expect("float.hex", 0, 0);
                return Hex(self.AsDouble);
            },
            "conjugate" => static (_, self, arguments) =>
            {
                arguments.Expect("float.conjugate", 0, 0);
                return self;
            },
            _ => null,
        };

    private static Value Ratio(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect("float.as_integer_ratio", 0, 0);
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

/// <summary>real, imag, numerator, denominator.</summary>
internal static class NumberAttributes
{
    /// <summary>The attribute, missing when the value has none of that name.</summary>
    public static Value Find(Value owner, string name) =>
        owner.Kind switch
        {
            ValueKind.Float => name switch
            {
                "real" => owner,
                "imag" => 0.0,
                _ => default,
            },
            ValueKind.Int or ValueKind.Bool or ValueKind.BigInt => name switch
            {
                "real" or "numerator" => Value.Integer(owner.AsBigInteger),
                "imag" => 0,
                "denominator" => 1,
                _ => default,
            },
            _ => default,
        };
}
