using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>call(…) macro(…)</c> … <c>endcall</c>: hands its body to the macro as <c>caller</c>.</summary>
internal sealed class CallBlockStatement(TextSpan span, CallExpression call, MacroBody body) : Statement(span)
{
    public override void Declare(Scope scope) => call.Declare(scope);

    public override void Bind(Binding binding)
    {
        body.Bind(binding);
        call.Bind(binding);
    }

    public override Flow Render(Frame frame)
    {
        var text = call.EvaluateWithCaller(frame, new Macro(body, frame));
        frame.AppendText(text, Span);
        return Flow.Next;
    }

    public override void Print(SourcePrinter printer)
    {
        body.PrintSignature(printer.Tag("call"));
        printer.Code(" ").Operand(call, Precedence.Conditional).Body(body.Body, "endcall");
    }
}
