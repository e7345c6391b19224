using System.Runtime.InteropServices;

namespace HomeOps.Jinja.Values;

/// <summary>How a template reaches into a value: <c>a.b</c>, <c>a["b"]</c>, <c>a[1:2]</c>, <c>a.b()</c>.</summary>
internal static class Lookup
{
    /// <summary><c>a.b</c>: the attribute, else the item, else undefined (Environment.getattr).</summary>
    public static Value Attribute(EvaluationContext context, Value owner, string name)
    {
        if (TryGetAttribute(context, owner, name, out var value) || TryGetItem(context, owner, name, out value))
        {
            return value;
        }
        return context.UndefinedElement(owner, name);
    }

    /// <summary><c>a[b]</c>: the item, else with a string the attribute, else undefined (Environment.getitem).</summary>
    public static Value Item(EvaluationContext context, Value owner, Value key)
    {
        if (TryGetItem(context, owner, key, out var value))
        {
            return value;
        }
        if (key.AsText is { } name && TryGetAttribute(context, owner, name, out value))
        {
            return value;
        }
        return context.UndefinedElement(owner, key);
    }

    /// <summary>Python's getattr.</summary>
    public static bool TryGetAttribute(EvaluationContext context, Value owner, string name, out Value value)
    {
        if (name is "__class__")
        {
            value = new PyClass(owner);
            return true;
        }
        if (name.StartsWith("__", StringComparison.Ordinal) && !owner.IsUndefined && name is not "__name__")
        {
            throw new JinjaException(
                JinjaErrorKind.Security,
                $"access to attribute '{name}' of '{TypeNames.Of(owner)}' object is unsafe."
            );
        }
        return owner.AsObject is { } o && o.Kind is not (ValueKind.BigInt or ValueKind.Markup)
            ? o.TryGetAttribute(context, name, out value)
            : MethodTables.TryBind(owner, name, out value);
    }

    /// <summary>Python's subscription, false where it would raise TypeError, KeyError or IndexError.</summary>
    public static bool TryGetItem(EvaluationContext context, Value owner, Value key, out Value value)
    {
        if (owner.As<PyDict>() is { } dict)
        {
            value = default;
            return Hashing.IsHashable(key) && dict.TryGet(key, out value);
        }
        if (owner.AsText is { } text)
        {
            return TryCharacter(owner, text, key, out value);
        }
        if (owner.AsObject is { } o)
        {
            return o.TryGetItem(context, key, out value);
        }
        value = default;
        return false;
    }

    /// <summary>Python's getattr with its error.</summary>
    /// <exception cref="JinjaException">AttributeError.</exception>
    public static Value GetAttribute(EvaluationContext context, Value owner, string name) =>
        TryGetAttribute(context, owner, name, out var value)
            ? value
            : throw JinjaException.Attribute($"'{TypeNames.Of(owner)}' object has no attribute '{name}'");

    /// <summary>Python's subscription with its errors.</summary>
    /// <exception cref="JinjaException">KeyError, IndexError or TypeError.</exception>
    public static Value Subscript(EvaluationContext context, Value owner, Value key)
    {
        if (TryGetItem(context, owner, key, out var value))
        {
            return value;
        }
        var type = TypeNames.Of(owner);
        switch (owner.Kind)
        {
            case ValueKind.Dict:
                _ = Hashing.OfKey(key);
                throw JinjaException.Key(key);
            case ValueKind.String or ValueKind.Markup when key.IsInteger:
                throw JinjaException.Index("string index out of range");
            case ValueKind.String or ValueKind.Markup:
                throw JinjaException.Type($"string indices must be integers, not '{TypeNames.Of(key)}'");
            case ValueKind.List or ValueKind.Tuple when key.IsInteger:
                throw JinjaException.Index($"{type} index out of range");
            case ValueKind.Range when key.IsInteger:
                throw JinjaException.Index("range object index out of range");
            case ValueKind.List or ValueKind.Tuple or ValueKind.Range:
                throw JinjaException.Type($"{type} indices must be integers or slices, not {TypeNames.Of(key)}");
            default:
                throw JinjaException.Type($"'{type}' object is not subscriptable");
        }
    }

    /// <summary><c>a.b(…)</c> without making a bound method when <c>b</c> is a method of a Python type.</summary>
    public static Value CallMethod(EvaluationContext context, Value owner, string name, CallArguments arguments)
    {
        if (MethodTables.Find(owner, name) is { } method)
        {
            return method(context, owner, arguments);
        }
        return context.Call(Attribute(context, owner, name), arguments);
    }

    /// <summary>Python's <c>a.b()</c>, where a missing attribute is an error.</summary>
    /// <exception cref="JinjaException">AttributeError, or what the call throws.</exception>
    public static Value CallAttribute(EvaluationContext context, Value owner, string name) =>
        context.Call(GetAttribute(context, owner, name), CallArguments.None);

    /// <summary><c>a[start:stop:step]</c>; missing or None bounds are open.</summary>
    public static Value Slice(EvaluationContext context, Value owner, Value start, Value stop, Value step)
    {
        switch (owner.AsObject)
        {
            case PyUndefined undefined when undefined.Mode == UndefinedMode.Chainable:
                return owner;
            case PyUndefined undefined:
                throw undefined.Error();
            case PyRange range:
                var cut = SliceBounds.Of(range.Count, start, stop, step);
                return new PyRange(range.At(cut.Start), range.At(cut.Stop), range.Step * cut.Step);
            case PyList list:
                return new PyList([.. Cut(CollectionsMarshal.AsSpan(list.Items), start, stop, step)]);
            case PyTuple tuple:
                return new PyTuple(Cut(tuple.Items, start, stop, step));
        }
        if (owner.AsText is { } text)
        {
            var result = Cut(text, start, stop, step);
            return owner.Kind == ValueKind.Markup ? Value.Markup(result) : result;
        }
        throw JinjaException.Type(
            owner.Kind == ValueKind.Dict
                ? "unhashable type: 'slice'"
                : $"'{TypeNames.Of(owner)}' object is not subscriptable"
        );
    }

    /// <summary>An item of a sequence by an int, from the end when negative.</summary>
    public static bool TryIndex(ReadOnlySpan<Value> items, Value key, out Value value)
    {
        value = default;
        if (key.Kind is not (ValueKind.Int or ValueKind.Bool))
        {
            return false;
        }
        var index = key.AsInt64 < 0 ? key.AsInt64 + items.Length : key.AsInt64;
        if (index < 0 || index >= items.Length)
        {
            return false;
        }
        value = items[(int)index];
        return true;
    }

    private static bool TryCharacter(Value owner, string text, Value key, out Value value)
    {
        value = default;
        if (key.Kind is not (ValueKind.Int or ValueKind.Bool))
        {
            return false;
        }
        var count = CodePoints.Count(text);
        var index = key.AsInt64 < 0 ? key.AsInt64 + count : key.AsInt64;
        if (index < 0 || index >= count)
        {
            return false;
        }
        var offset = CodePoints.Offset(text, (int)index);
        var found = text.Substring(offset, CodePoints.Width(text, offset));
        value = owner.Kind == ValueKind.Markup ? Value.Markup(found) : found;
        return true;
    }

    private static Value[] Cut(ReadOnlySpan<Value> items, Value start, Value stop, Value step)
    {
        var cut = SliceBounds.Of(items.Length, start, stop, step);
        if (cut.Step == 1)
        {
            return items.Slice((int)cut.Start, (int)cut.Count).ToArray();
        }
        var result = new Value[cut.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = items[(int)(cut.Start + (i * cut.Step))];
        }
        return result;
    }

    private static string Cut(string text, Value start, Value stop, Value step)
    {
        var cut = SliceBounds.Of(CodePoints.Count(text), start, stop, step);
        if (cut.Step == 1)
        {
            var from = CodePoints.Offset(text, (int)cut.Start);
            var to = CodePoints.Offset(text, (int)(cut.Start + cut.Count));
            return text[from..to];
        }
        var points = CodePoints.Split(text);
        var result = new string[cut.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = points[cut.Start + (i * cut.Step)];
        }
        return string.Concat(result);
    }
}
