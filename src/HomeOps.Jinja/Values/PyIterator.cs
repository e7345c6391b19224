namespace HomeOps.Jinja.Values;

/// <summary>Gives its items once, one after the other. Lazy filters return one.</summary>
public abstract class PyIterator() : PyObject(ValueKind.Iterator)
{
    /// <inheritdoc/>
    public override string TypeName => "generator";

    /// <summary>How many items are left, where that is known without taking them.</summary>
    public virtual long? Remaining => null;

    /// <summary>Takes the next item.</summary>
    public abstract bool MoveNext(out Value value);

    /// <inheritdoc/>
    public override bool IsTrue => true;

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context) => this;
}

/// <summary>A lazy sequence written as a C# iterator.</summary>
public sealed class PyGenerator : PyIterator
{
    private readonly IEnumerator<Value> items;

    /// <summary>A generator over the items, which are made as they are asked for.</summary>
    /// <param name="items">The items.</param>
    /// <param name="typeName">The Python type it stands for.</param>
    public PyGenerator(IEnumerable<Value> items, string typeName = "generator")
    {
        this.items = items.GetEnumerator();
        TypeName = typeName;
    }

    /// <inheritdoc/>
    public override string TypeName { get; }

    /// <inheritdoc/>
    public override bool MoveNext(out Value value)
    {
        if (items.MoveNext())
        {
            value = items.Current;
            return true;
        }
        value = default;
        return false;
    }
}
