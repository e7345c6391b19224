using System.Numerics;

namespace HomeOps.Jinja.Values;

/// <summary>A slice applied to a length (CPython's PySlice_AdjustIndices).</summary>
internal readonly record struct SliceBounds(long Start, long Stop, long Step, long Count)
{
    /// <exception cref="JinjaException">ValueError for a step of 0, TypeError for bounds that are no ints.</exception>
    public static SliceBounds Of(long length, Value start, Value stop, Value step)
    {
        var stride = Index(step) ?? 1;
        if (stride == 0)
        {
            throw JinjaException.Value("slice step cannot be zero");
        }
        stride = Math.Max(stride, -long.MaxValue);
        var from = Clamp(Index(start), length, stride, stride < 0 ? length - 1 : 0);
        var to = Clamp(Index(stop), length, stride, stride < 0 ? -1 : length);
        long count = 0;
        if (stride > 0 && from < to)
        {
            count = ((to - from - 1) / stride) + 1;
        }
        else if (stride < 0 && to < from)
        {
            count = ((from - to - 1) / -stride) + 1;
        }
        return new(from, to, stride, count);
    }

    private static long Clamp(long? index, long length, long step, long open)
    {
        if (index is not { } i)
        {
            return open;
        }
        if (i < 0)
        {
            i += length;
            return i < 0 ? (step < 0 ? -1 : 0) : i;
        }
        return i >= length ? (step < 0 ? length - 1 : length) : i;
    }

    private static long? Index(Value bound) =>
        bound.Kind switch
        {
            ValueKind.Missing or ValueKind.None => null,
            ValueKind.Int or ValueKind.Bool => bound.AsInt64,
            ValueKind.BigInt => bound.AsBigInteger < BigInteger.Zero ? -long.MaxValue / 2 : long.MaxValue / 2,
            _ => throw JinjaException.Type("slice indices must be integers or None or have an __index__ method"),
        };
}
