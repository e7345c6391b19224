using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>A definition of a block that a template can call: <c>super()</c>, <c>self.name()</c>.</summary>
internal sealed class BlockReference(Context context, string name, int depth) : PyObject
{
    public override string TypeName => "BlockReference";

    public override string TypeModule => "jinja2.runtime";

    public override bool IsCallable => true;

    public override Value Call(EvaluationContext caller, CallArguments arguments)
    {
        if (!arguments.IsEmpty)
        {
            var given = 1 + arguments.PositionalCount;
            throw JinjaException.Type(
                arguments.KeywordCount > 0
                    ? $"BlockReference.__call__() got an unexpected keyword argument {StringRepr.Of(arguments.Names[0])}"
                    : $"BlockReference.__call__() takes 1 positional argument but {given} were given"
            );
        }

        var output = context.State.Output;
        var start = output.Length;
        context.Blocks[name][depth].RenderBody(context);
        return output.Take(start, context.Autoescape);
    }

    public override bool TryGetAttribute(EvaluationContext caller, string attribute, out Value value)
    {
        value = attribute switch
        {
            "super" when depth + 1 < context.Blocks[name].Count => new BlockReference(context, name, depth + 1),
            "super" => context.UndefinedHint($"there is no parent block called {StringRepr.Of(name)}."),
            "name" => name,
            _ => Value.Missing,
        };
        return !value.IsMissing;
    }
}

/// <summary>The variable <c>self</c>: the blocks of the template by name.</summary>
internal sealed class TemplateReference(Context context) : PyObject
{
    public override string TypeName => "TemplateReference";

    public override string TypeModule => "jinja2.runtime";

    public override string Repr() =>
        $"<TemplateReference {(context.TemplateName is { } name ? StringRepr.Of(name) : "None")}>";

    public override bool TryGetItem(EvaluationContext caller, Value key, out Value value)
    {
        var isBlock = key.AsText is { } name && context.Blocks.ContainsKey(name);
        value = isBlock ? new BlockReference(context, key.AsText ?? "", 0) : default(Value);
        return isBlock;
    }
}
