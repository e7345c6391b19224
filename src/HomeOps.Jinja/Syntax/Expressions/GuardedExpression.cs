using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>
/// Stands at intervals in long chains and deep nestings and checks the stack there, so that no expression can overflow it
/// and the ordinary ones do not pay.
/// </summary>
internal sealed class GuardedExpression(Expression inner) : Expression(inner.Span, inner.Constancy)
{
    public override void Declare(Scope scope)
    {
        StackGuard.Ensure();
        inner.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        StackGuard.Ensure();
        inner.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        StackGuard.Ensure();
        return inner.Evaluate(frame);
    }

    public override void Print(SourcePrinter printer) => inner.Print(printer);

    public override Precedence Precedence => inner.Precedence;
}
