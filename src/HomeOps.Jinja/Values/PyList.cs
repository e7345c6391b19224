using System.Runtime.InteropServices;

namespace HomeOps.Jinja.Values;

/// <summary>A list: templates may change it.</summary>
public sealed class PyList : PyObject
{
    /// <summary>An empty list.</summary>
    public PyList()
        : base(ValueKind.List) => Items = [];

    /// <summary>A list of the items.</summary>
    public PyList(IEnumerable<Value> items)
        : base(ValueKind.List) => Items = [.. items];

    /// <summary>A list over items that it keeps from now on.</summary>
    internal PyList(List<Value> items)
        : base(ValueKind.List) => Items = items;

    /// <summary>How many items there are.</summary>
    public int Count => Items.Count;

    /// <summary>The item at an index that exists.</summary>
    public Value this[int index] => Items[index];

    /// <summary>The items.</summary>
    internal List<Value> Items { get; }

    /// <inheritdoc/>
    public override string TypeName => "list";

    /// <inheritdoc/>
    public override bool IsHashable => false;

    /// <inheritdoc/>
    public override string Repr() => PyText.Repr(this);

    /// <inheritdoc/>
    public override bool IsTrue => Items.Count != 0;

    /// <inheritdoc/>
    public override bool TryGetLength(out long length)
    {
        length = Items.Count;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetItem(EvaluationContext context, Value key, out Value value) =>
        Lookup.TryIndex(CollectionsMarshal.AsSpan(Items), key, out value);

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value) =>
        MethodTables.TryBind(this, name, out value);

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context) => new ListIterator(this);
}

/// <summary>Goes over a list as it is now: items appended on the way are seen, as in Python.</summary>
internal sealed class ListIterator(PyList list) : PyIterator
{
    private int next;

    public override string TypeName => "list_iterator";

    public override long? Remaining => Math.Max(0, list.Items.Count - next);

    public override bool MoveNext(out Value value)
    {
        if ((uint)next < (uint)list.Items.Count)
        {
            value = list.Items[next++];
            return true;
        }
        value = default;
        next = int.MaxValue;
        return false;
    }
}
