using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>include name</c>: writes another template at this place.</summary>
internal sealed class IncludeStatement(TextSpan span, Expression name, bool ignoreMissing, bool withContext)
    : Statement(span)
{
    private KeyValuePair<string, Slot>[] locals = [];

    public override void Declare(Scope scope) => name.Declare(scope);

    public override void Bind(Binding binding)
    {
        name.Bind(binding);
        locals = withContext ? binding.Scope.Locals() : [];
    }

    public override Flow Render(Frame frame)
    {
        if (Find(frame) is not { } template)
        {
            return Flow.Next;
        }

        try
        {
            var context = withContext
                ? frame.Context.ForInclude(frame, template, locals)
                : Context.ForModule(frame.Context.State, template);
            template.RenderBody(context);
        }
        catch (JinjaException error) when (frame.Place(error, name.Span))
        {
            throw;
        }

        return Flow.Next;
    }

    // Only the absence of the template itself may be ignored, not that of one it includes.
    private Template? Find(Frame frame)
    {
        var wanted = name.Evaluate(frame);
        try
        {
            return frame.Context.State.LoadAny(frame.Context, wanted);
        }
        catch (JinjaException error)
            when (ignoreMissing && error.Kind is (JinjaErrorKind.NotFound or JinjaErrorKind.NoneFound))
        {
            return null;
        }
        catch (JinjaException error) when (frame.Place(error, name.Span))
        {
            throw;
        }
    }

    public override void Print(SourcePrinter printer) =>
        printer
            .Tag("include ")
            .Operand(name, Precedence.Sum)
            .Code(ignoreMissing ? " ignore missing" : "")
            .Code(withContext ? "" : " without context")
            .EndTag();
}
