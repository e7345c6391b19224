using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>set target = value</c>.</summary>
internal sealed class SetStatement(TextSpan span, Target target, Expression value) : Statement(span)
{
    public override void Declare(Scope scope)
    {
        value.Declare(scope);
        target.DeclareStores(scope);
    }

    public override void Bind(Binding binding)
    {
        value.Bind(binding);
        target.Bind(binding);
    }

    public override Flow Render(Frame frame)
    {
        target.Check(frame);
        target.Assign(frame, value.Evaluate(frame));
        return Flow.Next;
    }

    public override void Print(SourcePrinter printer)
    {
        target.Print(printer.Tag("set "));
        printer.Code(" = ").Operand(value, Precedence.Conditional).EndTag();
    }
}

/// <summary><c>set target|filters</c> … <c>endset</c>: the text of the body, filtered.</summary>
internal sealed class SetBlockStatement(
    TextSpan span,
    Target target,
    CapturedTextExpression captured,
    Expression value,
    Body body
) : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.None;

    public override void Declare(Scope scope) => target.DeclareStores(scope);

    public override void Bind(Binding binding)
    {
        target.Bind(binding);
        var inner = binding.Inner() with { ChecksExtends = false };
        value.Declare(inner.Scope);
        body.Declare(inner.Scope);
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
        var text = frame.Output.Take(start, frame.Context.Autoescape);
        if (flow == Flow.Next)
        {
            target.Check(frame);
            captured.Set(frame, text);
            var result = value.Evaluate(frame);
            var isUnsafe = frame.Context.Autoescape && result.AsObject?.Html() is null;
            target.Assign(frame, isUnsafe ? Values.Value.Markup(Values.PyText.Str(result)) : result);
        }

        entry.Leave(frame);
        return flow;
    }

    public override void Print(SourcePrinter printer)
    {
        target.Print(printer.Tag("set "));
        printer
            .Code(value is CapturedTextExpression ? "" : "|")
            .Operand(value, Precedence.Conditional)
            .Body(body, "endset");
    }
}
