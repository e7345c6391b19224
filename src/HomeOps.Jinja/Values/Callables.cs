namespace HomeOps.Jinja.Values;

/// <summary>A filter: <c>value|name(arguments)</c>.</summary>
public delegate Value Filter(EvaluationContext context, Value value, CallArguments arguments);

/// <summary>A test: <c>value is name(arguments)</c>.</summary>
public delegate bool Test(EvaluationContext context, Value value, CallArguments arguments);

/// <summary>A global function: <c>name(arguments)</c>.</summary>
public delegate Value Function(EvaluationContext context, CallArguments arguments);

/// <summary>A function as a value.</summary>
/// <param name="name">Its name, for messages and printing.</param>
/// <param name="body">What it does.</param>
public sealed class PyFunction(string name, Function body) : PyObject
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override string TypeName => "function";

    /// <inheritdoc/>
    public override bool IsCallable => true;

    /// <inheritdoc/>
    public override Value Call(EvaluationContext context, CallArguments arguments) => body(context, arguments);

    /// <inheritdoc/>
    public override string Repr() => $"<function {Name}>";

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name is "__name__" ? Name : default(Value);
        return !value.IsMissing;
    }
}

/// <summary>A method of a Python type.</summary>
internal delegate Value Method(EvaluationContext context, Value self, CallArguments arguments);

/// <summary>A method taken from its object but not called yet.</summary>
internal sealed class PyBoundMethod(Value self, string name, Method body) : PyObject
{
    public override string TypeName => "builtin_function_or_method";

    public override bool IsCallable => true;

    public override Value Call(EvaluationContext context, CallArguments arguments) => body(context, self, arguments);

    public override string Repr() => $"<built-in method {name} of {TypeNames.Of(self)} object>";

    public override bool IsEqualTo(Value other) =>
        other.As<PyBoundMethod>() is { } method && method.HasBody(body) && method.HasSelf(self);

    public override int Hash() => name.GetHashCode(StringComparison.Ordinal);

    public override bool TryGetAttribute(EvaluationContext context, string attribute, out Value value)
    {
        value = attribute is "__name__" ? name : default(Value);
        return !value.IsMissing;
    }

    private bool HasBody(Method other) => body == other;

    private bool HasSelf(Value other) => self.IsSameAs(other);
}
