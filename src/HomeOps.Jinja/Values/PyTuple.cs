namespace HomeOps.Jinja.Values;

/// <summary>A tuple.</summary>
public class PyTuple : PyObject
{
    /// <summary>The empty tuple.</summary>
    public static PyTuple Empty { get; } = new([]);

    /// <summary>A tuple over items that nobody changes afterwards.</summary>
    public PyTuple(Value[] items)
        : base(ValueKind.Tuple) => Items = items;

    /// <summary>The items; not to be changed.</summary>
    public Value[] Items { get; }

    /// <inheritdoc/>
    public override string TypeName => "tuple";

    /// <inheritdoc/>
    public override string Repr() => PyText.Repr(this);

    /// <inheritdoc/>
    public override bool IsTrue => Items.Length != 0;

    /// <inheritdoc/>
    public override bool IsHashable => Hashing.IsHashable(this);

    /// <inheritdoc/>
    public override bool TryGetLength(out long length)
    {
        length = Items.Length;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetItem(EvaluationContext context, Value key, out Value value) =>
        Lookup.TryIndex(Items, key, out value);

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value) =>
        MethodTables.TryBind(this, name, out value);

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context) => new TupleIterator(Items);
}

/// <summary>Goes over items that do not change.</summary>
internal sealed class TupleIterator(Value[] items) : PyIterator
{
    private int next;

    public override string TypeName => "tuple_iterator";

    public override long? Remaining => items.Length - next;

    public override bool MoveNext(out Value value)
    {
        if (next < items.Length)
        {
            value = items[next++];
            return true;
        }
        value = default;
        return false;
    }
}
