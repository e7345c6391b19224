using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>A literal.</summary>
internal sealed class ConstantExpression(TextSpan span, Value value) : Expression(span, Constancy.Constant)
{
    public Value Value { get; } = value;

    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding) { }

    public override Value Evaluate(Frame frame) => Value;

    public override void Print(SourcePrinter printer) => printer.Constant(Value);

    public override Precedence Precedence =>
        Value.IsNumber && Value.Kind != ValueKind.Bool ? Precedence.Sign : Precedence.Atom;
}
