using HomeOps.Jinja.Rendering;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary>Text between tags, a slice of the source.</summary>
internal sealed class TextStatement(TextSpan span, ReadOnlyMemory<char> text) : Statement(span)
{
    private bool checksExtends;
    private bool asksForEscaping;

    public override bool IsBlank
    {
        get
        {
            foreach (var c in text.Span)
            {
                if (!CharacterClasses.IsSpace(c))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public override void Declare(Scope scope) { }

    public override void Bind(Binding binding)
    {
        checksExtends = binding.ChecksExtends;
        asksForEscaping = binding.Autoescape is null;
    }

    public override Flow Render(Frame frame)
    {
        if (!checksExtends || !frame.HasExtended)
        {
            // Text is safe either way, but Jinja2 asks, and an undefined of the strict mode answers with its error.
            _ = asksForEscaping && frame.IsEscaping(Span);
            frame.Output.Append(text.Span);
        }

        return Flow.Next;
    }

    public override void Print(SourcePrinter printer) => printer.Data(text.Span);
}
