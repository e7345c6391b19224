using HomeOps.Jinja.Rendering;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>break</c> and <c>continue</c>.</summary>
internal sealed class LoopControlStatement(TextSpan span, bool isBreak) : Statement(span)
{
    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding) { }

    public override Flow Render(Frame frame) => isBreak ? Flow.Break : Flow.Continue;

    public override void Print(SourcePrinter printer) => printer.Tag(isBreak ? "break" : "continue").EndTag();
}
