using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>autoescape value</c>: switches escaping for its body.</summary>
internal sealed class AutoescapeStatement(TextSpan span, Expression value, Body body) : Statement(span)
{
    private ScopeEntry entry = ScopeEntry.None;

    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding)
    {
        var inner = binding.Inner();
        value.Declare(inner.Scope);
        body.Declare(inner.Scope);
        value.Bind(inner);
        body.Bind(
            Known(inner) is { } known
                ? inner with
                {
                    Autoescape = known,
                    LastKnownAutoescape = known,
                }
                : inner with
                {
                    Autoescape = null,
                }
        );
        entry = inner.Scope.Entry();
    }

    // What Jinja2 knows while it compiles.
    private bool? Known(Binding binding) =>
        value.Constancy != Constancy.Variable
        && (binding.Autoescape is not null || !value.Constancy.HasFlag(Constancy.HasFilter))
        && binding.Compilation.Fold(value) is { } folded
            ? Truth.Of(folded)
            : null;

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
