namespace HomeOps.Jinja.Values;

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
