using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a[from:to:step]</c>.</summary>
internal sealed class SliceExpression(TextSpan span, Expression owner, SliceBoundsExpression bounds) : Expression(span)
{
    public override void Declare(Scope scope)
    {
        owner.Declare(scope);
        bounds.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        owner.Bind(binding);
        bounds.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        var value = owner.Evaluate(frame);
        var (from, to, step) = bounds.EvaluateBounds(frame);
        try
        {
            var part = Lookup.Slice(frame.Context, value, from, to, step);
            return part.IsUndefined && !value.IsUndefined ? throw NotSliceable(value) : part;
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    private static JinjaException NotSliceable(Value value) =>
        JinjaException.Type(
            value.Kind == ValueKind.Dict
                ? "unhashable type: 'slice'"
                : $"'{TypeNames.Of(value)}' object is not subscriptable"
        );

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
    : Expression(span)
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
