using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a[b]</c> and <c>a.0</c>: the item, else with a string the attribute.</summary>
internal sealed class ItemExpression(TextSpan span, Expression owner, Expression key)
    : Expression(span, owner.Constancy.With(key.Constancy))
{
    public override void Declare(Scope scope)
    {
        owner.Declare(scope);
        key.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        owner.Bind(binding);
        key.Bind(binding);
    }

    public override Value Evaluate(Frame frame)
    {
        var value = owner.Evaluate(frame);
        var index = key.Evaluate(frame);
        try
        {
            return Lookup.Item(frame.Context, value, index);
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
        if (key is TupleExpression { Items.Length: > 1 } keys)
        {
            printer.List(keys.Items);
        }
        else
        {
            printer.Operand(key, Precedence.Conditional);
        }

        printer.Code("]");
    }
}
