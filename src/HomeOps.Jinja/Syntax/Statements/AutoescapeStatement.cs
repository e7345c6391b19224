using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>autoescape value</c>: switches escaping for its body.</summary>
internal sealed class AutoescapeStatement(TextSpan span, Expression value, Body body) : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.None;

    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding)
    {
        var known = value is ConstantExpression constant ? Values.Truth.Of(constant.Value) : (bool?)null;
        var inner = binding.Inner() with
        {
            Autoescape = known,
            LiteralAutoescape = value.Constancy == Constancy.Variable ? binding.LiteralAutoescape : known,
        };
        value.Declare(inner.Scope);
        body.Declare(inner.Scope);
        value.Bind(inner);
        body.Bind(inner);
        entry = inner.Scope.Entry();
    }

    public override Flow Render(Frame frame)
    {
        entry.Enter(frame);
        var outside = frame.Context.AutoescapeValue;
        frame.Context.AutoescapeValue = value.Evaluate(frame);
        var flow = body.Render(frame);
        frame.Context.AutoescapeValue = outside;
        entry.Leave(frame);
        return flow;
    }

    public override void Print(SourcePrinter printer) =>
        printer.Tag("autoescape ").Operand(value, Precedence.Conditional).Body(body, "endautoescape");
}
