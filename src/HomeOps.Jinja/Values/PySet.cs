namespace HomeOps.Jinja.Values;

/// <summary>A set, from YAML's <c>!!set</c>; keeps insertion order.</summary>
public sealed class PySet : PyObject
{
    private readonly PyDict members = new();

    /// <summary>A set of the items, each once.</summary>
    /// <exception cref="JinjaException">TypeError when an item is not hashable.</exception>
    public PySet(IEnumerable<Value> items)
        : base(ValueKind.Set)
    {
        foreach (var item in items)
        {
            members.Set(item, Value.None);
        }
    }

    /// <summary>How many members there are.</summary>
    public int Count => members.Count;

    /// <inheritdoc/>
    public override string TypeName => "set";

    /// <inheritdoc/>
    public override bool IsHashable => false;

    /// <inheritdoc/>
    public override bool IsTrue => Count != 0;

    /// <summary>Whether the value is a member.</summary>
    public bool Contains(Value value) => members.TryGet(value, out _);

    /// <summary>The members.</summary>
    public Value[] ToArray()
    {
        var items = new Value[Count];
        var i = 0;
        for (var at = 0; members.TryNext(ref at, out var key, out _); )
        {
            items[i++] = key;
        }
        return items;
    }

    /// <inheritdoc/>
    public override bool TryGetLength(out long length)
    {
        length = Count;
        return true;
    }

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context) => new TupleIterator(ToArray());

    /// <inheritdoc/>
    public override string Repr() => PyText.Repr(this);

    /// <inheritdoc/>
    public override bool IsEqualTo(Value other) =>
        other.As<PySet>() is { } set && set.Count == Count && Array.TrueForAll(ToArray(), set.Contains);
}
