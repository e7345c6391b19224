using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>A translation: where output is escaped it counts as safe, so that only what is put into it is escaped.</summary>
internal sealed class TranslatedExpression(Expression call) : Expression(call.Span)
{
    private bool? autoescape;

    public override void Declare(Scope scope) => call.Declare(scope);

    public override void Bind(Binding binding)
    {
        autoescape = binding.Autoescape;
        call.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        var text = call.Evaluate(frame);
        return autoescape ?? frame.Context.Autoescape ? Value.Markup(PyText.Str(text)) : text;
    }

    public override void Print(SourcePrinter printer) => call.Print(printer);
}
