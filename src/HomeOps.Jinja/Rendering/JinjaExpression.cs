using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>One expression outside of any template, as Jinja2's compile_expression makes it. Immutable, as <see cref="Template"/>.</summary>
public sealed class JinjaExpression
{
    private readonly Template template;

    internal JinjaExpression(Template template) => this.template = template;

    /// <summary>Computes the value.</summary>
    /// <param name="variables">The variables it sees; they hide globals of the same name.</param>
    /// <exception cref="JinjaException">Whatever goes wrong, with the place in the expression.</exception>
    public Value Evaluate(IReadOnlyDictionary<string, Value>? variables = null) => template.Evaluate(variables);

    /// <summary>As <see cref="Template.FindUndefinedCalls"/>.</summary>
    public IReadOnlyList<UndefinedCall> FindUndefinedCalls(IReadOnlySet<string>? knownNames = null) =>
        template.FindUndefinedCalls(knownNames);
}
