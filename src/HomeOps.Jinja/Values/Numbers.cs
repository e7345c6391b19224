using System.Numerics;

namespace HomeOps.Jinja.Values;

/// <summary>Python's arithmetic where .NET's differs.</summary>
internal static class Numbers
{
    /// <summary>float() of a number.</summary>
    /// <exception cref="JinjaException">OverflowError for an int too large.</exception>
    public static double ToDouble(Value number)
    {
        switch (number.Kind)
        {
            case ValueKind.Float:
                return number.AsDouble;
            case ValueKind.BigInt:
                var result = ToDouble(number.AsBigInteger);
                return double.IsInfinity(result)
                    ? throw JinjaException.Overflow("int too large to convert to float")
                    : result;
            default:
                return number.AsInt64;
        }
    }

    /// <summary>int / int, correctly rounded.</summary>
    public static double TrueDivide(BigInteger left, BigInteger right)
    {
        if (right.IsZero)
        {
            throw JinjaException.ZeroDivision("division by zero");
        }
        const long Exact = 1L << 53;
        if (BigInteger.Abs(left) <= Exact && BigInteger.Abs(right) <= Exact)
        {
            return (double)left / (double)right;
        }

        // Scale to 66 or more bits of quotient with a sticky last bit, then let the final conversion round once.
        var shift = 66 - (int)(left.GetBitLength() - right.GetBitLength());
        var negative = (left.Sign < 0) != (right.Sign < 0);
        var (l, r) = (BigInteger.Abs(left), BigInteger.Abs(right));
        var quotient = BigInteger.DivRem(shift > 0 ? l << shift : l, shift > 0 ? r : r << -shift, out var rest);
        if (!rest.IsZero)
        {
            quotient |= 1;
        }
        var result = Math.ScaleB(ToDouble(quotient), -shift);
        if (double.IsInfinity(result))
        {
            throw JinjaException.Overflow("integer division result too large for a float");
        }
        return negative ? -result : result;
    }

    /// <summary>int() of a float.</summary>
    /// <exception cref="JinjaException">OverflowError for infinity, ValueError for NaN.</exception>
    public static BigInteger Truncate(double number) =>
        double.IsNaN(number) ? throw JinjaException.Value("cannot convert float NaN to integer")
        : double.IsInfinity(number) ? throw JinjaException.Overflow("cannot convert float infinity to integer")
        : new BigInteger(number);

    public static BigInteger FloorDivide(BigInteger left, BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var rest);
        return !rest.IsZero && (rest.Sign < 0) != (right.Sign < 0) ? quotient - 1 : quotient;
    }

    public static double FloorDivide(double left, double right)
    {
        if (right == 0)
        {
            throw JinjaException.ZeroDivision("float floor division by zero");
        }
        var rest = left % right;
        var quotient = (left - rest) / right;
        if (rest != 0 && (right < 0) != (rest < 0))
        {
            quotient -= 1;
        }
        if (quotient == 0)
        {
            return Math.CopySign(0, left / right);
        }
        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    public static double Modulo(double left, double right)
    {
        if (right == 0)
        {
            throw JinjaException.ZeroDivision("float modulo");
        }
        var rest = left % right;
        if (rest == 0)
        {
            return Math.CopySign(0, right);
        }
        return (right < 0) != (rest < 0) ? rest + right : rest;
    }

    public static double Power(double number, double exponent)
    {
        if (number == 0 && exponent < 0)
        {
            throw JinjaException.ZeroDivision("0.0 cannot be raised to a negative power");
        }
        if (number < 0 && double.IsFinite(number) && double.IsFinite(exponent) && exponent != Math.Floor(exponent))
        {
            throw JinjaException.Value(
                "a negative number raised to a fractional power is a complex number, which templates do not have"
            );
        }
        var result = Math.Pow(number, exponent);
        return double.IsInfinity(result) && double.IsFinite(number) && double.IsFinite(exponent)
            ? throw JinjaException.Overflow("(34, 'Numerical result out of range')")
            : result;
    }

    // BigInteger's own conversion truncates; round half to even on the 53rd bit.
    private static double ToDouble(BigInteger number)
    {
        var magnitude = BigInteger.Abs(number);
        var extra = (int)magnitude.GetBitLength() - 64;
        double result;
        if (extra <= 0)
        {
            result = (ulong)magnitude;
        }
        else
        {
            var top = (ulong)(magnitude >> extra);
            if (!(magnitude & ((BigInteger.One << extra) - 1)).IsZero)
            {
                top |= 1;
            }
            result = Math.ScaleB((double)top, extra);
        }
        return number.Sign < 0 ? -result : result;
    }
}
