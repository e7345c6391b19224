using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>do value</c>: computes and prints nothing.</summary>
internal sealed class DoStatement(Expression value) : Statement(value.Span)
{
    public override void Declare(Scope scope) => value.Declare(scope);

    public override void Bind(Binding binding) => value.Bind(binding);

    public override Flow Render(Frame frame)
    {
        value.Evaluate(frame);
        return Flow.Next;
    }

    public override void Print(SourcePrinter printer) =>
        printer.Tag("do ").Operand(value, Precedence.Conditional).EndTag();
}
