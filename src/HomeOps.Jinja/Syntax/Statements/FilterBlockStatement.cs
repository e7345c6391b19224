using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>filter name</c> … <c>endfilter</c>: the text of the body, filtered; printed without escaping.</summary>
internal sealed class FilterBlockStatement(TextSpan span, CapturedTextExpression captured, Expression value, Body body)
    : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.None;
    private bool? autoescape;

    public override void Declare(Scope scope) => value.Declare(scope);

    public override void Bind(Binding binding)
    {
        autoescape = binding.Autoescape;
        var inner = binding.Inner();
        body.Declare(inner.Scope);
        value.Declare(inner.Scope);
        body.Bind(inner);
        captured.Bind(inner);
        value.Bind(inner);
        entry = inner.Scope.Entry();
    }

    public override Flow Render(Frame frame)
    {
        entry.Enter(frame);
        var start = frame.Output.Length;
        var flow = body.Render(frame);
        var text = frame.Output.Take(start, autoescape ?? frame.Context.Autoescape);
        if (flow == Flow.Next)
        {
            captured.Set(frame, text);
            frame.AppendText(value.Evaluate(frame), Span);
        }

        entry.Leave(frame);
        return flow;
    }

    public override void Print(SourcePrinter printer) =>
        printer.Tag("filter ").Operand(value, Precedence.Conditional).Body(body, "endfilter");
}
