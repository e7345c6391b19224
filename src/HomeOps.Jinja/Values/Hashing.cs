using System.Numerics;

namespace HomeOps.Jinja.Values;

/// <summary>Hashes that agree with Python's equality: an int, the float of the same worth and the bool hash alike.</summary>
internal static class Hashing
{
    // Tuples nest as deep as a template likes.
    private const int DeepestNesting = 500;

    public static int Of(Value value) => Of(value, 0);

    private static int Of(Value value, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw JinjaException.Recursion();
        }
        switch (value.Kind)
        {
            case ValueKind.String:
            case ValueKind.Markup:
                return (value.AsText ?? "").GetHashCode(StringComparison.Ordinal);
            case ValueKind.Bool:
            case ValueKind.Int:
                return value.AsInt64.GetHashCode();
            case ValueKind.BigInt:
                return value.AsBigInteger.GetHashCode();
            case ValueKind.Float:
                return OfDouble(value.AsDouble);
            case ValueKind.Tuple:
                var hash = new HashCode();
                foreach (var item in value.As<PyTuple>()?.Items ?? [])
                {
                    hash.Add(Of(item, depth + 1));
                }
                return hash.ToHashCode();
            default:
                return value.AsObject?.Hash() ?? 0;
        }
    }

    /// <summary>The hash of a dict key or set member.</summary>
    /// <exception cref="JinjaException">TypeError for a list, a dict, a set.</exception>
    public static int OfKey(Value key) =>
        IsHashable(key) ? Of(key) : throw JinjaException.Type($"unhashable type: '{Culprit(key)}'");

    public static bool IsHashable(Value value) => IsHashable(value, 0);

    private static bool IsHashable(Value value, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw JinjaException.Recursion();
        }
        return value.As<PyTuple>() is { } tuple
            ? Array.TrueForAll(tuple.Items, item => IsHashable(item, depth + 1))
            : value.AsObject?.IsHashable ?? true;
    }

    // A tuple is refused for what is in it.
    private static string Culprit(Value value)
    {
        if (value.As<PyTuple>() is { } tuple)
        {
            foreach (var item in tuple.Items)
            {
                if (!IsHashable(item))
                {
                    return Culprit(item);
                }
            }
        }
        return TypeNames.Of(value);
    }

    private static int OfDouble(double number)
    {
        if (number == Math.Floor(number) && !double.IsInfinity(number))
        {
            return Math.Abs(number) < 9e18 ? ((long)number).GetHashCode() : new BigInteger(number).GetHashCode();
        }
        return number.GetHashCode();
    }
}
