using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>namespace(mapping, **keywords): an object whose attributes a template may set from inner scopes.</summary>
internal sealed class PyNamespace : PyObject
{
    private readonly PyDict attributes = new();

    public static Value Make(EvaluationContext context, CallArguments arguments)
    {
        if (arguments.PositionalCount > 1)
        {
            throw JinjaException.Type($"dict expected at most 1 argument, got {arguments.PositionalCount}");
        }
        var made = new PyNamespace();
        DictMethods.Fill(context, made.attributes, arguments);
        return made;
    }

    public override string TypeName => "Namespace";

    public override string TypeModule => "jinja2.utils";

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value) =>
        attributes.TryGet(name, out value);

    public override bool TrySetAttribute(string name, Value value)
    {
        attributes.Set(name, value);
        return true;
    }

    public override string Repr() => $"<Namespace {PyText.Repr(attributes)}>";
}
