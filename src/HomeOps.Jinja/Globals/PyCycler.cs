using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>cycler(*items): gives the items in turn, over and over.</summary>
internal sealed class PyCycler(Value[] items) : PyObject
{
    private int position;

    public static Value Make(EvaluationContext context, CallArguments arguments)
    {
        if (arguments.KeywordCount > 0)
        {
            throw JinjaException.Type($"Cycler.__init__() got an unexpected keyword argument '{arguments.Names[0]}'");
        }
        return arguments.IsEmpty
            ? throw new JinjaException(JinjaErrorKind.PythonRuntime, "at least one item has to be provided")
            : new PyCycler(arguments.Positional.ToArray());
    }

    public override string TypeName => "Cycler";

    public override string TypeModule => "jinja2.utils";

    public override PyIterator TryIterate(EvaluationContext context) => new PyGenerator(Forever());

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "next" or "__next__" => new PyFunction(name, (_, _) => Next()),
            "reset" => new PyFunction(name, (_, _) => Reset()),
            "current" => items[position],
            "pos" => position,
            "items" => new PyTuple(items),
            _ => default(Value),
        };
        return !value.IsMissing;
    }

    private Value Next()
    {
        var current = items[position];
        position = (position + 1) % items.Length;
        return current;
    }

    private Value Reset()
    {
        position = 0;
        return Value.None;
    }

    private IEnumerable<Value> Forever()
    {
        while (true)
        {
            yield return Next();
        }
    }
}
