using System.Globalization;
using System.Numerics;
using HomeOps.Jinja.Formatting;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>round(precision=0, method='common').</summary>
internal static class RoundFilter
{
    private static readonly Signature Signature = new("do_round", ["precision", "method"], [0, "common"], hidden: 1);

    /// <summary>Half to even on the exact value; an int stays an int.</summary>
    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        _ = Hashing.OfKey(bound[1]);
        return bound[1].AsText switch
        {
            "common" => Common(context, value, bound[0]),
            "ceil" => Scaled(context, value, bound[0], Math.Ceiling),
            "floor" => Scaled(context, value, bound[0], Math.Floor),
            _ => throw JinjaException.FilterArgument("method must be common, ceil or floor"),
        };
    }

    private static Value Common(EvaluationContext context, Value value, Value precision)
    {
        if (!value.IsNumber)
        {
            throw JinjaException.Type($"type {TypeNames.Of(value)} doesn't define __round__ method");
        }
        if (value.Kind != ValueKind.Float)
        {
            return precision.IsNone ? value : OfInteger(context, value, Arguments.Size(precision));
        }
        if (precision.IsNone)
        {
            return Value.Integer(Numbers.Truncate(Math.Round(value.AsDouble, MidpointRounding.ToEven)));
        }
        return OfFloat(value.AsDouble, Arguments.Size(precision));
    }

    private static Value OfFloat(double number, long precision)
    {
        const int BeyondAnyDigit = 330;
        if (!double.IsFinite(number) || precision > BeyondAnyDigit)
        {
            return number;
        }
        if (precision < -BeyondAnyDigit)
        {
            return Math.CopySign(0, number);
        }
        var digits = ExactDecimal.Scaled(Math.Abs(number), (int)precision);
        var rounded = double.Parse($"{digits}e{-precision}", NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(rounded)
            ? throw JinjaException.Overflow("rounded value too large to represent")
            : Math.CopySign(rounded, number);
    }

    private static Value OfInteger(EvaluationContext context, Value value, long precision)
    {
        var number = value.AsBigInteger;
        if (precision >= 0)
        {
            return Value.Integer(number);
        }
        if (-precision > context.Limits.IntegerBits)
        {
            return 0;
        }
        var unit = BigInteger.Pow(10, (int)-precision);
        var quotient = Numbers.FloorDivide(number, unit);
        var half = ((number - (quotient * unit)) * 2).CompareTo(unit);
        return Value.Integer((half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient) * unit);
    }

    private static Value Scaled(EvaluationContext context, Value value, Value precision, Func<double, double> cut)
    {
        var unit = Arithmetic.Power(context, 10, precision);
        var scaled = Arithmetic.Multiply(context, value, unit);
        if (!scaled.IsNumber)
        {
            throw JinjaException.Type($"must be real number, not {TypeNames.Of(scaled)}");
        }
        var whole = scaled.Kind == ValueKind.Float ? Value.Integer(Numbers.Truncate(cut(scaled.AsDouble))) : scaled;
        return Arithmetic.Divide(context, whole, unit);
    }
}
