using HomeOps.Jinja.Methods;

namespace HomeOps.Jinja.Values;

/// <summary>A method taken from its object but not called yet.</summary>
internal sealed class PyBoundMethod(Value self, string name, Method body) : PyObject
{
    public override string TypeName => IsPython ? "method" : "builtin_function_or_method";

    public override bool IsCallable => true;

    public override Value Call(EvaluationContext context, CallArguments arguments) => body(context, self, arguments);

    public override string Repr() =>
        IsPython
            ? $"<bound method Markup.{name} of {PyText.Repr(self)}>"
            : $"<built-in method {name} of {TypeNames.Of(self)} object>";

    public override bool IsEqualTo(Value other) =>
        other.As<PyBoundMethod>() is { } method && method.HasBody(body) && method.HasSelf(self);

    public override int Hash() => name.GetHashCode(StringComparison.Ordinal);

    public override bool TryGetAttribute(EvaluationContext context, string attribute, out Value value)
    {
        value = attribute is "__name__" ? name : default(Value);
        return !value.IsMissing;
    }

    private bool IsPython => self.Kind == ValueKind.Markup && MarkupMethods.IsWritten(name);

    private bool HasBody(Method other) => body == other;

    private bool HasSelf(Value other) => self.IsSameAs(other);
}
