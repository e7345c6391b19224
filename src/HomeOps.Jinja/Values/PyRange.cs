namespace HomeOps.Jinja.Values;

/// <summary>A range of ints; nothing is laid out.</summary>
public sealed class PyRange(long start, long stop, long step) : PyObject(ValueKind.Range)
{
    /// <summary>The first number.</summary>
    public long Start { get; } = start;

    /// <summary>The bound, not reached.</summary>
    public long Stop { get; } = stop;

    /// <summary>The distance, never 0.</summary>
    public long Step { get; } = step;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; } = Distance(start, stop, step);

    /// <inheritdoc/>
    public override string TypeName => "range";

    /// <summary>The number at an index that exists.</summary>
    public long At(long index) => Start + (index * Step);

    /// <summary>Where an integer stands, null when it does not.</summary>
    internal long? IndexOf(Value integer)
    {
        if (integer.Kind == ValueKind.BigInt)
        {
            return null;
        }

        var offset = (Int128)integer.AsInt64 - Start;
        return offset % Step == 0 && offset / Step >= 0 && offset / Step < Count ? (long)(offset / Step) : null;
    }

    /// <inheritdoc/>
    public override string Repr() => Step == 1 ? $"range({Start}, {Stop})" : $"range({Start}, {Stop}, {Step})";

    /// <inheritdoc/>
    public override bool IsTrue => Count != 0;

    /// <inheritdoc/>
    public override bool TryGetLength(out long length)
    {
        length = Count;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetItem(EvaluationContext context, Value key, out Value value)
    {
        value = default;
        if (key.Kind is not (ValueKind.Int or ValueKind.Bool))
        {
            return false;
        }
        var index = key.AsInt64 < 0 ? key.AsInt64 + Count : key.AsInt64;
        if (index < 0 || index >= Count)
        {
            return false;
        }
        value = At(index);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "start" => Start,
            "stop" => Stop,
            "step" => Step,
            _ => default(Value),
        };
        return !value.IsMissing || MethodTables.TryBind(this, name, out value);
    }

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context) =>
        Count <= context.Limits.Items
            ? new RangeIterator(this)
            : throw JinjaException.Limit($"a range of {Count} numbers is over the limit of {context.Limits.Items}");

    /// <inheritdoc/>
    public override bool IsEqualTo(Value other) =>
        other.As<PyRange>() is { } range
        && range.Count == Count
        && (Count == 0 || (range.Start == Start && (Count == 1 || range.Step == Step)));

    /// <inheritdoc/>
    public override int Hash() => HashCode.Combine(Count, Count == 0 ? 0 : Start, Count < 2 ? 0 : Step);

    private static long Distance(long start, long stop, long step)
    {
        var span = step > 0 ? (Int128)stop - start : (Int128)start - stop;
        var stride = Int128.Abs(step);
        return span <= 0 ? 0 : (long)Int128.Min(long.MaxValue, (span + stride - 1) / stride);
    }
}

/// <summary>Goes over a range.</summary>
internal sealed class RangeIterator(PyRange range) : PyIterator
{
    private long next;

    public override string TypeName => "range_iterator";

    public override long? Remaining => range.Count - next;

    public override bool MoveNext(out Value value)
    {
        if (next < range.Count)
        {
            value = range.At(next++);
            return true;
        }
        value = default;
        return false;
    }
}
