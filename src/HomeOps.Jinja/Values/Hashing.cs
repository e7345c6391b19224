using System.Numerics;

namespace HomeOps.Jinja.Values;

/// <summary>Hashes that agree with Python's equality: an int, the float of the same worth and the bool hash alike.</summary>
internal static class Hashing
{
    // Tuples nest as deep as a template likes.
    private const int DeepestNesting = 500;

    public static int Of(Value value) => Of(value, null);

    private static int Of(Value value, Descent? descent)
    {
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
            case ValueKind.List:
            case ValueKind.Dict:
            case ValueKind.Set:
                // No keys, but equal ones must hash alike for .NET.
                return (int)value.Kind;
            case ValueKind.Tuple:
                return OfItems(value.As<PyTuple>()?.Items ?? [], descent ?? NewDescent());
            default:
                return value.AsObject?.Hash() ?? 0;
        }
    }

    /// <summary>The hash of a dict key or set member.</summary>
    /// <exception cref="JinjaException">TypeError for a list, a dict, a set.</exception>
    public static int OfKey(Value key) =>
        IsHashable(key) ? Of(key) : throw JinjaException.Type($"unhashable type: '{Culprit(key)}'");

    /// <summary>Whether it may be a key; as in Python, a strict undefined ahead of what may not is the error.</summary>
    public static bool IsHashable(Value value) => IsHashable(value, null);

    private static bool IsHashable(Value value, Descent? descent)
    {
        if (value.As<PyTuple>() is not { } tuple)
        {
            value.As<PyUndefined>()?.RefuseIfStrict();
            return value.AsObject?.IsHashable ?? true;
        }
        descent ??= NewDescent();
        descent.Enter();
        var hashable = true;
        for (var i = 0; i < tuple.Items.Length && hashable; i++)
        {
            descent.Step();
            hashable = IsHashable(tuple.Items[i], descent);
        }
        descent.Leave();
        return hashable;
    }

    private static int OfItems(Value[] items, Descent descent)
    {
        descent.Enter();
        var hash = new HashCode();
        foreach (var item in items)
        {
            descent.Step();
            hash.Add(Of(item, descent));
        }
        descent.Leave();
        return hash.ToHashCode();
    }

    private static Descent NewDescent() => new(DeepestNesting, "maximum recursion depth exceeded");

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
