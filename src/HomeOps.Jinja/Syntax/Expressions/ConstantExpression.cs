using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>A literal.</summary>
internal sealed class ConstantExpression(TextSpan span, Value value) : Expression(span)
{
    public Value Value { get; } = value;

    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding) { }

    public override Value Evaluate(Frame frame) => Value;
}
