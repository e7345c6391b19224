namespace HomeOps.Jinja.Values;

/// <summary>What a view of a dict shows.</summary>
internal enum DictViewKind
{
    Keys,
    Values,
    Items,
}

/// <summary>dict.keys(), values(), items(): follows the dict.</summary>
internal sealed class PyDictView(PyDict dict, DictViewKind kind) : PyObject
{
    public override string TypeName =>
        kind switch
        {
            DictViewKind.Keys => "dict_keys",
            DictViewKind.Values => "dict_values",
            _ => "dict_items",
        };

    public override bool IsTrue => dict.Count != 0;

    public override bool IsHashable => kind == DictViewKind.Values;

    public override bool TryGetLength(out long length)
    {
        length = dict.Count;
        return true;
    }

    public override PyIterator TryIterate(EvaluationContext context) => Iterator();

    public override string Repr() => $"{TypeName}({PyText.Repr(new PyList(ToList()))})";

    public override bool IsEqualTo(Value other)
    {
        if (ReferenceEquals(this, other.AsObject))
        {
            return true;
        }
        return kind != DictViewKind.Values
            && other.As<PyDictView>() is { } view
            && new PySet(ToList()).IsEqualTo(new PySet(view.ToList()));
    }

    /// <summary>The items as they are now.</summary>
    public List<Value> ToList()
    {
        var items = new List<Value>(dict.Count);
        var iterator = Iterator();
        while (iterator.MoveNext(out var item))
        {
            items.Add(item);
        }
        return items;
    }

    private DictIterator Iterator() =>
        kind switch
        {
            DictViewKind.Keys => new(dict, static (key, _) => key, "dict_keyiterator"),
            DictViewKind.Values => new(dict, static (_, value) => value, "dict_valueiterator"),
            _ => new(dict, static (key, value) => new PyTuple([key, value]), "dict_itemiterator"),
        };
}
