using HomeOps.Jinja.Rendering;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>macro name(…)</c> … <c>endmacro</c>.</summary>
internal sealed class MacroStatement(TextSpan span, NameTarget name, MacroBody macro) : Statement(span)
{
    public override void Declare(Scope scope) => name.DeclareStores(scope);

    public override void Bind(Binding binding)
    {
        name.Bind(binding);
        macro.Bind(binding);
    }

    public override Flow Render(Frame frame)
    {
        name.Assign(frame, new Macro(macro, frame));
        return Flow.Next;
    }

    public override void Print(SourcePrinter printer)
    {
        macro.PrintSignature(printer.Tag("macro ").Code(name.Name));
        printer.Body(macro.Body, "endmacro");
    }
}
