using System.Numerics;
using HomeOps.Jinja.Formatting;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>abs, int, float, filesizeformat.</summary>
internal static class NumberFilters
{
    private static readonly Signature IntSignature = new("do_int", ["default", "base"], [0, 10], hidden: 1);
    private static readonly Signature FloatSignature = new("do_float", ["default"], [0.0], hidden: 1);
    private static readonly Signature SizeSignature = new("do_filesizeformat", ["binary"], [false], hidden: 1);

    public static Value Abs(EvaluationContext context, Value value, CallArguments arguments)
    {
        arguments.ExpectValueAlone("abs");
        return value.Kind switch
        {
            ValueKind.Float => Math.Abs(value.AsDouble),
            ValueKind.Int or ValueKind.Bool or ValueKind.BigInt => Value.Integer(BigInteger.Abs(value.AsBigInteger)),
            _ => throw JinjaException.Type($"bad operand type for abs(): '{TypeNames.Of(value)}'"),
        };
    }

    /// <summary>An int by Python's int(), else by int(float()), else the default.</summary>
    public static Value Int(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = IntSignature.Bind(arguments);
        PyUndefined.Refuse(value.As<PyUndefined>());
        if (value.IsInteger)
        {
            return Value.Integer(value.AsBigInteger);
        }
        if (value.Kind == ValueKind.Float)
        {
            return double.IsNaN(value.AsDouble) ? bound[0] : Value.Integer(Numbers.Truncate(value.AsDouble));
        }
        if (value.AsText is not { } text)
        {
            return bound[0];
        }
        if (bound[1].IsInteger && NumberText.TryInteger(text, Arguments.Index(bound[1]), out var number))
        {
            return Value.Integer(number);
        }
        return NumberText.TryFloat(text, out var real) && double.IsFinite(real)
            ? Value.Integer(new BigInteger(real))
            : bound[0];
    }

    public static Value Float(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = FloatSignature.Bind(arguments);
        PyUndefined.Refuse(value.As<PyUndefined>());
        if (value.IsNumber)
        {
            return Numbers.ToDouble(value);
        }
        return value.AsText is { } text && NumberText.TryFloat(text, out var number) ? number : bound[0];
    }

    public static Value FileSizeFormat(EvaluationContext context, Value value, CallArguments arguments)
    {
        var binary = Truth.Of(SizeSignature.Bind(arguments)[0]);
        var size = Real(value);
        double step = binary ? 1024 : 1000;
        if (size == 1)
        {
            return "1 Byte";
        }
        if (size < step)
        {
            return $"{Numbers.Truncate(size)} Bytes";
        }
        const string Prefixes = "kMGTPEZY";
        var unit = step;
        for (var i = 0; ; i++)
        {
            unit *= step;
            if (size < unit || i == Prefixes.Length - 1)
            {
                var prefix = binary ? char.ToUpperInvariant(Prefixes[i]) + "i" : Prefixes[i].ToString();
                var amount = step * size / unit;
                var sign = double.IsNegative(amount) && !double.IsNaN(amount) ? "-" : "";
                return $"{sign}{FloatFormat.Of(Math.Abs(amount), 'f', 1, alternate: false)} {prefix}B";
            }
        }
    }

    private static double Real(Value value)
    {
        PyUndefined.Refuse(value.As<PyUndefined>());
        if (value.IsNumber)
        {
            return Numbers.ToDouble(value);
        }
        if (value.AsText is { } text)
        {
            return NumberText.TryFloat(text, out var number)
                ? number
                : throw JinjaException.Value($"could not convert string to float: {PyText.Repr(value)}");
        }
        throw JinjaException.Type($"float() argument must be a string or a real number, not '{TypeNames.Of(value)}'");
    }
}
