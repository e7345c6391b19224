using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>A pair of groupby: a tuple whose members have names.</summary>
internal sealed class PyGroup(Value grouper, Value list) : PyTuple([grouper, list])
{
    public override string TypeName => "_GroupTuple";

    public override string TypeModule => "jinja2.filters";

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        switch (name)
        {
            case "grouper":
                value = Items[0];
                return true;
            case "list":
                value = Items[1];
                return true;
            default:
                return base.TryGetAttribute(context, name, out value);
        }
    }
}
