using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>joiner(sep=', '): nothing the first time, then the separator.</summary>
internal sealed class PyJoiner(Value separator) : PyObject
{
    private static readonly Signature Signature = new("Joiner.__init__", ["sep"], [", "], hidden: 1);

    private bool used;

    public static Value Make(EvaluationContext context, CallArguments arguments) =>
        new PyJoiner(Signature.Bind(arguments)[0]);

    public override string TypeName => "Joiner";

    public override string TypeModule => "jinja2.utils";

    public override bool IsCallable => true;

    public override Value Call(EvaluationContext context, CallArguments arguments)
    {
        if (!used)
        {
            used = true;
            return "";
        }
        return separator;
    }

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "sep" => separator,
            "used" => used,
            _ => default(Value),
        };
        return !value.IsMissing;
    }
}
