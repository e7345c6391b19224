using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>extends name</c>: from here on the template only fills the blocks of another.</summary>
internal sealed class ExtendsStatement(TextSpan span, Expression name) : Statement(span)
{
    public override void Declare(Scope scope) => name.Declare(scope);

    public override void Bind(Binding binding)
    {
        if (!binding.IsTopLevel)
        {
            throw TokenStream.Error("cannot use extend from a non top-level scope", Span, JinjaErrorKind.Assertion);
        }

        name.Bind(binding);
        binding.Compilation.HasExtended |= !binding.IsSoft;
    }

    public override Flow Render(Frame frame)
    {
        try
        {
            if (frame.HasExtended)
            {
                throw JinjaException.Runtime("extended multiple times");
            }

            var parent = frame.Context.State.Load(name.Evaluate(frame));
            frame.Context.AddParentBlocks(parent);
            frame.Extend(parent);
        }
        catch (JinjaException error) when (frame.Place(error, name.Span))
        {
            throw;
        }

        return Flow.Next;
    }

    public override void Print(SourcePrinter printer) =>
        printer.Tag("extends ").Operand(name, Precedence.Conditional).EndTag();
}
