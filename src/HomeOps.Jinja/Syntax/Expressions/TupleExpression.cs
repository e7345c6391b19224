using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a, b</c>, with or without parentheses.</summary>
internal sealed class TupleExpression(TextSpan span, Expression[] items) : Expression(span, Constancies.Of(items))
{
    public Expression[] Items { get; } = items;

    public override void Declare(Scope scope) => Items.Declare(scope);

    public override void Bind(Binding binding) => Items.Bind(binding.Within(this));

    public override Value Evaluate(Frame frame) => new PyTuple(Items.Evaluate(frame));

    public override void Print(SourcePrinter printer) =>
        printer.Code("(").List(Items).Code(Items.Length == 1 ? ",)" : ")");
}
