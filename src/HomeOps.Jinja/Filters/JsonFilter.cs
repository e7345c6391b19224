using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>tojson(indent=None): JSON with sorted keys, ASCII only, safe inside HTML.</summary>
internal static class JsonFilter
{
    private static readonly Signature Signature = new("do_tojson", ["indent"], [Value.None], hidden: 2);

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var indent = Signature.Bind(arguments)[0];

        // A text alone needs no indentation, so that nobody looks at it.
        var unit =
            indent.IsNone || value.IsText ? null : indent.AsText ?? Arithmetic.Multiply(context, " ", indent).AsText;
        var writer = new JsonWriter(context, unit);
        writer.Write(value, 0);
        return Value.Markup(writer.ToString());
    }
}
