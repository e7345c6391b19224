using System.Numerics;
using HomeOps.Jinja.Formatting;

namespace HomeOps.Jinja.Values;

/// <summary>The operators <c>+ - * / // % ** ~</c> with Python's rules for types, signs, sizes and errors.</summary>
internal static class Arithmetic
{
    public static Value Add(EvaluationContext context, Value left, Value right)
    {
        if (left.Kind == ValueKind.Int && right.Kind == ValueKind.Int)
        {
            var sum = unchecked(left.AsInt64 + right.AsInt64);
            if (((left.AsInt64 ^ sum) & (right.AsInt64 ^ sum)) >= 0)
            {
                return sum;
            }
        }
        if (left.IsNumber && right.IsNumber)
        {
            return left.Kind == ValueKind.Float || right.Kind == ValueKind.Float
                ? Numbers.ToDouble(left) + Numbers.ToDouble(right)
                : Bounded(context, left.AsBigInteger + right.AsBigInteger);
        }
        return Sequences.TryAdd(context, left, right, out var joined) ? joined : throw Unsupported("+", left, right);
    }

    public static Value Subtract(EvaluationContext context, Value left, Value right)
    {
        if (left.Kind == ValueKind.Int && right.Kind == ValueKind.Int)
        {
            var difference = unchecked(left.AsInt64 - right.AsInt64);
            if (((left.AsInt64 ^ right.AsInt64) & (left.AsInt64 ^ difference)) >= 0)
            {
                return difference;
            }
        }
        if (left.IsNumber && right.IsNumber)
        {
            return left.Kind == ValueKind.Float || right.Kind == ValueKind.Float
                ? Numbers.ToDouble(left) - Numbers.ToDouble(right)
                : Bounded(context, left.AsBigInteger - right.AsBigInteger);
        }
        throw Unsupported("-", left, right);
    }

    public static Value Multiply(EvaluationContext context, Value left, Value right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return left.Kind == ValueKind.Float || right.Kind == ValueKind.Float
                ? Numbers.ToDouble(left) * Numbers.ToDouble(right)
                : Product(context, left, right);
        }
        return Sequences.TryRepeat(context, left, right, out var repeated)
            ? repeated
            : throw Unsupported("*", left, right);
    }

    public static Value Divide(EvaluationContext context, Value left, Value right)
    {
        _ = context;
        if (!left.IsNumber || !right.IsNumber)
        {
            throw Unsupported("/", left, right);
        }
        if (left.Kind == ValueKind.Float || right.Kind == ValueKind.Float)
        {
            var divisor = Numbers.ToDouble(right);
            return divisor == 0
                ? throw JinjaException.ZeroDivision("float division by zero")
                : Numbers.ToDouble(left) / divisor;
        }
        const long Exact = 1L << 53;
        return
            IsSmall(left, right)
            && right.AsInt64 != 0
            && left.AsInt64 is >= -Exact and <= Exact
            && right.AsInt64 is >= -Exact and <= Exact
            ? (double)left.AsInt64 / right.AsInt64
            : Numbers.TrueDivide(left.AsBigInteger, right.AsBigInteger);
    }

    public static Value FloorDivide(EvaluationContext context, Value left, Value right)
    {
        _ = context;
        if (!left.IsNumber || !right.IsNumber)
        {
            throw Unsupported("//", left, right);
        }
        if (left.Kind == ValueKind.Float || right.Kind == ValueKind.Float)
        {
            return Numbers.FloorDivide(Numbers.ToDouble(left), Numbers.ToDouble(right));
        }
        if (right.AsBigInteger.IsZero)
        {
            throw JinjaException.ZeroDivision("integer division or modulo by zero");
        }
        if (IsSmall(left, right))
        {
            var (quotient, rest) = Math.DivRem(left.AsInt64, right.AsInt64);
            return rest != 0 && (rest ^ right.AsInt64) < 0 ? quotient - 1 : quotient;
        }
        return Value.Integer(Numbers.FloorDivide(left.AsBigInteger, right.AsBigInteger));
    }

    public static Value Modulo(EvaluationContext context, Value left, Value right)
    {
        if (left.IsText)
        {
            return PercentFormat.Apply(context, left, right);
        }
        if (!left.IsNumber || !right.IsNumber)
        {
            throw Unsupported("%", left, right);
        }
        if (left.Kind == ValueKind.Float || right.Kind == ValueKind.Float)
        {
            return Numbers.Modulo(Numbers.ToDouble(left), Numbers.ToDouble(right));
        }
        if (right.AsBigInteger.IsZero)
        {
            throw JinjaException.ZeroDivision("integer modulo by zero");
        }
        if (IsSmall(left, right))
        {
            var rest = left.AsInt64 % right.AsInt64;
            return rest != 0 && (rest ^ right.AsInt64) < 0 ? rest + right.AsInt64 : rest;
        }
        return Value.Integer(
            left.AsBigInteger - (Numbers.FloorDivide(left.AsBigInteger, right.AsBigInteger) * right.AsBigInteger)
        );
    }

    public static Value Power(EvaluationContext context, Value left, Value right)
    {
        if (!left.IsNumber || !right.IsNumber)
        {
            throw Unsupported("** or pow()", left, right);
        }
        if (left.Kind == ValueKind.Float || right.Kind == ValueKind.Float)
        {
            return Numbers.Power(Numbers.ToDouble(left), Numbers.ToDouble(right));
        }
        var (number, exponent) = (left.AsBigInteger, right.AsBigInteger);
        if (exponent.Sign < 0)
        {
            return number.IsZero
                ? throw JinjaException.ZeroDivision("0.0 cannot be raised to a negative power")
                : Numbers.Power(Numbers.ToDouble(left), Numbers.ToDouble(right));
        }
        if (BigInteger.Abs(number) <= BigInteger.One)
        {
            return Value.Integer(
                number.IsZero ? (exponent.IsZero ? BigInteger.One : BigInteger.Zero)
                : number.IsOne || exponent.IsEven ? BigInteger.One
                : number
            );
        }
        if (exponent * (number.GetBitLength() - 1) > context.Limits.IntegerBits)
        {
            throw TooLarge(context);
        }
        return Value.Integer(BigInteger.Pow(number, (int)exponent));
    }

    public static Value Negate(Value value) =>
        value.Kind switch
        {
            ValueKind.Int when value.AsInt64 != long.MinValue => -value.AsInt64,
            ValueKind.Float => -value.AsDouble,
            ValueKind.Int or ValueKind.Bool or ValueKind.BigInt => Value.Integer(-value.AsBigInteger),
            _ => throw UnsupportedUnary("-", value),
        };

    public static Value Plus(Value value) =>
        value.Kind switch
        {
            ValueKind.Int or ValueKind.Float or ValueKind.BigInt => value,
            ValueKind.Bool => value.AsInt64,
            _ => throw UnsupportedUnary("+", value),
        };

    /// <summary><c>a ~ b ~ c</c>: joins str() of all; under autoescape, when one is safe, the others are escaped.</summary>
    public static Value Concat(EvaluationContext context, ReadOnlySpan<Value> parts, bool escapes)
    {
        var safe = false;
        foreach (var part in parts)
        {
            safe |= escapes && part.Kind == ValueKind.Markup;
        }
        var texts = new string[parts.Length];
        long length = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var most = context.Limits.TextLength;
            var text = PyText.Str(parts[i], most);
            texts[i] = safe && parts[i].Kind != ValueKind.Markup ? Escaping.Escape(text) : text;
            length += texts[i].Length;
        }
        Sequences.CheckText(context, length);
        var joined = string.Concat(texts);
        return safe ? Value.Markup(joined) : joined;
    }

    internal static JinjaException Unsupported(string symbol, Value left, Value right)
    {
        // Undefined answers every operator itself, on either side.
        if ((left.As<PyUndefined>() ?? right.As<PyUndefined>()) is { } undefined)
        {
            return undefined.Error();
        }
        return JinjaException.Type(
            $"unsupported operand type(s) for {symbol}: '{TypeNames.Of(left)}' and '{TypeNames.Of(right)}'"
        );
    }

    private static JinjaException UnsupportedUnary(string symbol, Value value) =>
        value.As<PyUndefined>() is { } undefined
            ? undefined.Error()
            : JinjaException.Type($"bad operand type for unary {symbol}: '{TypeNames.Of(value)}'");

    // The one quotient of 64-bit numbers that has more bits is left to the big path.
    private static bool IsSmall(Value left, Value right) =>
        left.Kind != ValueKind.BigInt
        && right.Kind != ValueKind.BigInt
        && !(left.AsInt64 == long.MinValue && right.AsInt64 == -1);

    private static Value Product(EvaluationContext context, Value left, Value right)
    {
        if (left.Kind != ValueKind.BigInt && right.Kind != ValueKind.BigInt)
        {
            var high = Math.BigMul(left.AsInt64, right.AsInt64, out long low);
            if (high == low >> 63)
            {
                return low;
            }
        }
        return Bounded(context, left.AsBigInteger * right.AsBigInteger);
    }

    private static Value Bounded(EvaluationContext context, BigInteger number) =>
        number.GetBitLength() > context.Limits.IntegerBits ? throw TooLarge(context) : Value.Integer(number);

    private static JinjaException TooLarge(EvaluationContext context) =>
        JinjaException.Limit($"an integer is over the limit of {context.Limits.IntegerBits} bits");
}
