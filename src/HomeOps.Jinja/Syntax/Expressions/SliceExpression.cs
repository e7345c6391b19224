using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a[from:to:step]</c>.</summary>
internal sealed class SliceExpression(TextSpan span, Expression owner, SliceBoundsExpression bounds)
    : Expression(span, owner.Constancy.With(bounds.Constancy).With(Constancy.HasSlice))
{
    private EnclosingConstant? enclosing;

    public override void Declare(Scope scope)
    {
        owner.Declare(scope);
        bounds.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        enclosing = Constancy == Constancy.Variable ? null : binding.Enclosing;
        owner.Bind(binding);
        bounds.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        var value = owner.Evaluate(frame);
        var (from, to, step) = bounds.EvaluateBounds(frame);
        try
        {
            return Lookup.Slice(frame.Context, value, from, to, step);
        }
        catch (JinjaException error) when (error.Kind == JinjaErrorKind.Type && enclosing is not null)
        {
            // Jinja2 looks a slice of constants up as an item while it compiles.
            if (frame.Context.State.IsFolding || enclosing.IsFolded(frame))
            {
                return frame.Context.UndefinedElement(value, new PySlice(from, to, step));
            }

            frame.Place(error, Span);
            throw;
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Postfix;

    public override void Print(SourcePrinter printer)
    {
        printer.Operand(owner, Precedence.Postfix).Code("[");
        bounds.Print(printer);
        printer.Code("]");
    }
}

/// <summary><c>from:to:step</c> inside brackets; only alone there it slices.</summary>
internal sealed class SliceBoundsExpression(TextSpan span, Expression? from, Expression? to, Expression? step)
    : Expression(span, Constancies.Of(from, to, step))
{
    public override void Declare(Scope scope)
    {
        from?.Declare(scope);
        to?.Declare(scope);
        step?.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        from?.Bind(binding);
        to?.Bind(binding);
        step?.Bind(binding);
    }

    /// <summary>The three bounds, missing where none is written.</summary>
    public (Value From, Value To, Value Step) EvaluateBounds(Frame frame) =>
        (from?.Evaluate(frame) ?? default, to?.Evaluate(frame) ?? default, step?.Evaluate(frame) ?? default);

    public override Value Evaluate(Frame frame) =>
        throw TokenStream.Error("invalid syntax", Span, JinjaErrorKind.PythonSyntax);

    public override void Print(SourcePrinter printer)
    {
        Bound(printer, from);
        printer.Code(":");
        Bound(printer, to);
        if (step is not null)
        {
            Bound(printer.Code(":"), step);
        }
    }

    private static void Bound(SourcePrinter printer, Expression? bound)
    {
        if (bound is not null)
        {
            printer.Operand(bound, Precedence.Conditional);
        }
    }
}
