namespace HomeOps.Jinja.Values;

/// <summary>An object of the template world. Loops, macros, modules and whatever a program hands in derive from it.</summary>
/// <param name="kind">How operations treat it; <see cref="ValueKind.Object"/> for everything new.</param>
public abstract class PyObject(ValueKind kind = ValueKind.Object)
{
    /// <summary>How operations treat it.</summary>
    public ValueKind Kind { get; } = kind;

    /// <summary>The name of the Python type, as error messages print it: <c>list</c>, <c>NoneType</c>, <c>LoopContext</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The module of the type; <c>builtins</c> is not printed in messages.</summary>
    public virtual string TypeModule => "builtins";

    /// <summary>Looks up an attribute (not an item).</summary>
    public virtual bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>Sets an attribute; only namespaces can.</summary>
    public virtual bool TrySetAttribute(string name, Value value) => false;

    /// <summary>Looks up an item by key or index. False when it is not there or the object has no items.</summary>
    public virtual bool TryGetItem(EvaluationContext context, Value key, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>Whether <see cref="Call"/> works.</summary>
    public virtual bool IsCallable => false;

    /// <summary>Calls the object.</summary>
    /// <exception cref="JinjaException">TypeError when it cannot be called.</exception>
    public virtual Value Call(EvaluationContext context, CallArguments arguments) =>
        throw JinjaException.Type($"'{TypeName}' object is not callable");

    /// <summary>Python's str().</summary>
    public virtual string Str() => Repr();

    /// <summary>Python's repr().</summary>
    public virtual string Repr() => $"<{(TypeModule is "builtins" ? "" : TypeModule + ".")}{TypeName} object>";

    /// <summary>The HTML of an object that has its own (<c>__html__</c>), else null.</summary>
    public virtual string? Html() => null;

    /// <summary>Python's bool().</summary>
    public virtual bool IsTrue => !TryGetLength(out var length) || length != 0;

    /// <summary>Python's len().</summary>
    public virtual bool TryGetLength(out long length)
    {
        length = 0;
        return false;
    }

    /// <summary>Python's iter(), null when it cannot be iterated.</summary>
    public virtual PyIterator? TryIterate(EvaluationContext context) => null;

    /// <summary>Python's ==.</summary>
    public virtual bool IsEqualTo(Value other) => ReferenceEquals(this, other.AsObject);

    /// <summary>A hash that agrees with <see cref="IsEqualTo"/>.</summary>
    public virtual int Hash() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Orders the object before (negative), with (zero) or after the other; null when Python has no order for the two.</summary>
    public virtual int? CompareTo(Value other) => null;

    /// <summary>Whether it may be a dict key.</summary>
    public virtual bool IsHashable => true;
}
