namespace HomeOps.Schema;

/// <summary>Equality of CEL: numbers by value whatever their type, lists and maps by what they hold.</summary>
internal static class CelEquality
{
    /// <summary>True or false, or <see cref="CelValue.Unknown"/>.</summary>
    public static object Of(object? a, object? b)
    {
        switch (a, b)
        {
            case (CelValue, _) or (_, CelValue):
            // What the cluster adds to a map is not known.
            case (IReadOnlyDictionary<string, object?>, _) or (_, IReadOnlyDictionary<string, object?>):
                return CelValue.Unknown;
            case (IReadOnlyList<object?> x, IReadOnlyList<object?> y):
                return OfLists(x, y);
            case (ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y):
                return x.Span.SequenceEqual(y.Span);
            case (double or long or ulong, double or long or ulong):
                return CelArithmetic.Compare(a, b) == 0;
            default:
                return Equals(a, b);
        }
    }

    private static object OfLists(IReadOnlyList<object?> x, IReadOnlyList<object?> y)
    {
        if (x.Count != y.Count)
        {
            return false;
        }

        var isKnown = true;
        for (var i = 0; i < x.Count; i++)
        {
            var same = Of(x[i], y[i]);
            if (same is false)
            {
                return false;
            }

            isKnown &= same is true;
        }

        return isKnown ? true : CelValue.Unknown;
    }
}
