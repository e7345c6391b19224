using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>with a=1, b=2</c>: a scope with variables of its own, whose values do not see each other.</summary>
internal sealed class WithStatement(TextSpan span, Target[] targets, Expression[] values, Body body) : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.None;

    public override void Declare(Scope scope) => values.Declare(scope);

    public override void Bind(Binding binding)
    {
        values.Bind(binding);
        var inner = binding.Inner();
        foreach (var target in targets)
        {
            target.DeclareParameters(inner.Scope);
        }

        body.Declare(inner.Scope);
        foreach (var target in targets)
        {
            target.Bind(inner);
        }

        body.Bind(inner);
        entry = inner.Scope.Entry();
    }

    public override Flow Render(Frame frame)
    {
        entry.Enter(frame);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i].Assign(frame, values[i].Evaluate(frame));
        }

        var flow = body.Render(frame);
        entry.Leave(frame);
        return flow;
    }

    public override void Print(SourcePrinter printer)
    {
        printer.Tag("with");
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i].Print(printer.Code(i == 0 ? " " : ", "));
            printer.Code("=").Operand(values[i], Precedence.Conditional);
        }

        printer.Body(body, "endwith");
    }
}
