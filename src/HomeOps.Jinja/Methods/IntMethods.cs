using System.Numerics;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of int and bool.</summary>
internal static class IntMethods
{
    private static readonly BuiltinSignature BytesSignature = new(
        "to_bytes",
        ["length", "byteorder", "signed"],
        [1, "big", false],
        positional: 2
    );

    public static Method? Find(string name) =>
        name switch
        {
            "bit_length" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "bit_length", 0, 0);
                return Bits(BigInteger.Abs(self.AsBigInteger));
            },
            "bit_count" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "bit_count", 0, 0);
                return (long)BigInteger.PopCount(BigInteger.Abs(self.AsBigInteger));
            },
            "conjugate" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "conjugate", 0, 0);
                return Value.Integer(self.AsBigInteger);
            },
            "is_integer" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "is_integer", 0, 0);
                return true;
            },
            "as_integer_ratio" => static (_, self, arguments) =>
            {
                arguments.Expect(self, "as_integer_ratio", 0, 0);
                return new PyTuple([Value.Integer(self.AsBigInteger), 1]);
            },
            "to_bytes" => ToBytes,
            _ => null,
        };

    private static Value ToBytes(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = BytesSignature.Bind(arguments);
        var length = Arguments.Size(bound[0]);
        if (length < 0)
        {
            throw JinjaException.Value("length argument must be non-negative");
        }
        Sequences.CheckText(context, length);
        var order = Arguments.NamedText(bound[1], "to_bytes() argument 'byteorder' must be str, not ");
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
