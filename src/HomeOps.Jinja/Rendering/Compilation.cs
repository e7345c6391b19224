using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>What is gathered while the names of one template are bound.</summary>
internal sealed class Compilation(JinjaEnvironment environment, Template template)
{
    private readonly List<UndefinedCall> calls = [];
    private readonly List<JinjaException> errors = [];

    public JinjaEnvironment Environment { get; } = environment;

    public Template Template { get; } = template;

    /// <summary>The functions, filters and tests that the template calls and does not define.</summary>
    public IReadOnlyList<UndefinedCall> Calls => calls;

    /// <summary>The unknown filters and tests that make the template unusable.</summary>
    public IReadOnlyList<JinjaException> Errors => errors;

    /// <summary>Whether the template certainly has extended another by the place that is being bound.</summary>
    public bool HasExtended { get; set; }

    /// <summary>The value of a constant, as far as Jinja2's compiler can tell it; null where computing it fails.</summary>
    public Value? Fold(Expression constant)
    {
        using var output = new OutputBuffer(Environment.Options.Limits.TextLength);
        var state = new RenderState(Environment, output) { IsFolding = true };
        try
        {
            return constant.Evaluate(new Frame(Template, Context.ForModule(state, Template), 0));
        }
        catch (JinjaException)
        {
            return null;
        }
    }

    /// <summary>
    /// A constant whose text or truth Jinja2 asks for while it compiles (jinja2.nodes, as_const of Concat, And, Or and CondExpr): an undefined of the
    /// strict mode makes the template unusable then, reached or not.
    /// </summary>
    /// <returns>Its value; null when it is no constant or computing it fails.</returns>
    /// <exception cref="JinjaException">UndefinedError.</exception>
    public Value? Known(Expression expression, Binding binding)
    {
        if (expression.Constancy == Constancy.Variable || binding.Autoescape is null)
        {
            return null;
        }

        var value = expression is ConstantExpression literal ? literal.Value : Fold(expression);
        return value?.As<PyUndefined>() is { Mode: UndefinedMode.Strict } undefined
            ? throw new JinjaException(JinjaErrorKind.Undefined, undefined.Message) { Span = expression.Span }
            : value;
    }

    /// <summary>A place as Jinja's messages print it.</summary>
    public string Position(TextSpan span)
    {
        var line = $"line {Template.Source.GetPosition(span.Start).Line}";
        return Template.Name is { } name ? $"{line} in {StringRepr.Of(name)}" : line;
    }

    /// <summary>The template calls something that it does not define.</summary>
    public void NoteCall(UndefinedCallKind kind, string name, TextSpan span) =>
        calls.Add(new UndefinedCall(kind, name, Template.Source.At(span)));

    /// <summary>The environment does not know a filter or test; in an if that matters only when it is reached.</summary>
    public void NoteUnknown(UndefinedCallKind kind, string name, TextSpan span, bool isSoft)
    {
        NoteCall(kind, name, span);
        if (!isSoft)
        {
            var isFilter = kind == UndefinedCallKind.Filter;
            errors.Add(
                new JinjaException(
                    JinjaErrorKind.Assertion,
                    $"No {(isFilter ? "filter" : "test")} named {StringRepr.Of(name)}."
                )
                {
                    Location = Template.Source.At(span),
                    Hint = NameHints.Nearest(name, isFilter ? Environment.FilterNames : Environment.TestNames),
                }
            );
        }
    }
}
