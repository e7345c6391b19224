using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>A global that is a class in Python: calling it makes an object.</summary>
internal sealed class PyType(string name, string module, Function make) : PyObject
{
    /// <summary>dict(mapping or pairs, **keywords).</summary>
    public static Value MakeDict(EvaluationContext context, CallArguments arguments)
    {
        if (arguments.PositionalCount > 1)
        {
            throw JinjaException.Type($"dict expected at most 1 argument, got {arguments.PositionalCount}");
        }
        var dict = new PyDict();
        DictMethods.Fill(context, dict, arguments);
        return dict;
    }

    public override string TypeName => "type";

    public override bool IsCallable => true;

    public override Value Call(EvaluationContext context, CallArguments arguments) => make(context, arguments);

    public override string Repr() => $"<class '{(module is "builtins" ? "" : module + ".")}{name}'>";

    public override bool TryGetAttribute(EvaluationContext context, string attribute, out Value value)
    {
        value = attribute switch
        {
            "__name__" => name,
            "fromkeys" when name is "dict" => Lookup.GetAttribute(context, new PyDict(), attribute),
            _ => default(Value),
        };
        return !value.IsMissing;
    }
}
