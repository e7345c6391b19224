namespace HomeOps.Jinja.Values;

/// <summary><c>x.__class__</c>: gives the name of the type and its methods, and nothing that leads further into Python.</summary>
internal sealed class PyClass(Value instance) : PyObject
{
    private readonly string name = TypeNames.Of(instance);

    public override string TypeName => "type";

    public override bool TryGetAttribute(EvaluationContext context, string attribute, out Value value)
    {
        if (attribute is "__name__")
        {
            value = name;
            return true;
        }
        if (MethodTables.Find(instance, attribute) is { } method)
        {
            value = new PyFunction(attribute, (inner, arguments) => Unbound(inner, attribute, method, arguments));
            return true;
        }
        value = default;
        return false;
    }

    public override string Repr() =>
        $"<class '{(instance.AsObject is { TypeModule: not "builtins" } o ? o.TypeModule + "." : "")}{name}'>";

    public override bool IsEqualTo(Value other) =>
        other.As<PyClass>() is { } type && string.Equals(type.name, name, StringComparison.Ordinal);

    public override int Hash() => name.GetHashCode(StringComparison.Ordinal);

    private Value Unbound(EvaluationContext context, string attribute, Method method, CallArguments arguments)
    {
        var self = arguments.At(0);
        if (self.IsMissing)
        {
            throw JinjaException.Type($"unbound method {name}.{attribute}() needs an argument");
        }
        return self.Kind == instance.Kind
            ? method(context, self, arguments.Skip(1))
            : throw JinjaException.Type(
                $"descriptor '{attribute}' for '{name}' objects doesn't apply to a '{TypeNames.Of(self)}' object"
            );
    }
}
