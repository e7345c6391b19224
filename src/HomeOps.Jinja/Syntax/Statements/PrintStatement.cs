using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>{{ value }}</c>.</summary>
internal sealed class PrintStatement(Expression value) : Statement(value.Span)
{
    private bool isDead;
    private bool checksExtends;
    private bool? autoescape;

    public override void Declare(Scope scope) => value.Declare(scope);

    public override void Bind(Binding binding)
    {
        checksExtends = binding.ChecksExtends;
        if (checksExtends && binding.Compilation.HasExtended)
        {
            // Jinja2 makes no code of what can never be printed: a filter in it that nobody knows is no mistake.
            isDead = true;
            return;
        }

        // Jinja2 prints constants while it compiles, before an autoescape can say otherwise.
        autoescape =
            binding.Autoescape
            ?? (
                value.Constancy is not Constancy.Variable && !value.Constancy.HasFlag(Constancy.HasFilter)
                    ? binding.LastKnownAutoescape
                    : null
            );
        var mayFold = binding.Autoescape is not null || !value.Constancy.HasFlag(Constancy.HasFilter);
        value.Bind(mayFold && value.Constancy.HasFlag(Constancy.HasSlice) ? binding.Printed(value) : binding);
    }

    public override Flow Render(Frame frame)
    {
        if (isDead || (checksExtends && frame.HasExtended))
        {
            return Flow.Next;
        }

        var escape = autoescape ?? frame.IsEscaping(Span);
        var printed = value.Evaluate(frame);
        try
        {
            frame.Output.Append(printed, escape);
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }

        return Flow.Next;
    }

    public override void Print(SourcePrinter printer) => printer.Variable(value);
}
