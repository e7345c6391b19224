using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>An imported template: the names it exports, and its text when printed.</summary>
internal sealed class TemplateModule(Template template, IReadOnlyDictionary<string, Value> exports, string text)
    : PyObject
{
    public override string TypeName => "TemplateModule";

    public override string TypeModule => "jinja2.environment";

    /// <summary>The template's name as messages print it.</summary>
    public string QuotedName => template.Name is { } name ? StringRepr.Of(name) : "None";

    /// <summary>Runs a template for its names.</summary>
    /// <param name="frame">Where the import statement runs.</param>
    /// <param name="name">The template's name.</param>
    /// <param name="withContext">Whether it sees the importing template's variables.</param>
    /// <param name="locals">The local variables it then sees.</param>
    public static TemplateModule Import(
        Frame frame,
        Expression name,
        bool withContext,
        KeyValuePair<string, Slot>[] locals
    )
    {
        try
        {
            var state = frame.Context.State;
            var template = state.Load(name.Evaluate(frame));
            var context = withContext
                ? frame.Context.ForInclude(frame, template, locals)
                : Context.ForModule(state, template);
            var start = frame.Output.Length;
            template.RenderBody(context);
            var text = PyText.Str(frame.Output.Take(start, isSafe: false));
            return new TemplateModule(template, context.Exports(), text);
        }
        catch (JinjaException error) when (frame.Place(error, name.Span))
        {
            throw;
        }
    }

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        if (name is "__name__")
        {
            value = template.Name is { } own ? own : Value.None;
            return true;
        }

        return exports.TryGetValue(name, out value);
    }

    public override string Str() => text;

    public override string Html() => text;

    public override string Repr() => $"<TemplateModule {QuotedName}>";
}
