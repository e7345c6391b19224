using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>[a, b]</c>.</summary>
internal sealed class ListExpression(TextSpan span, Expression[] items) : Expression(span, Constancies.Of(items))
{
    public override void Declare(Scope scope) => items.Declare(scope);

    public override void Bind(Binding binding) => items.Bind(binding.Within(this));

    public override Value Evaluate(Frame frame) => new PyList([.. items.Evaluate(frame)]);

    public override void Print(SourcePrinter printer) => printer.Code("[").List(items).Code("]");
}
