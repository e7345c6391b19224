using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>a.b</c>: the attribute, else the item of that name.</summary>
internal sealed class AttributeExpression(TextSpan span, Expression owner, string name)
    : Expression(span, owner.Constancy)
{
    public override void Declare(Scope scope) => owner.Declare(scope);

    public override void Bind(Binding binding) => owner.Bind(binding.Within(this));

    public override Value Evaluate(Frame frame)
    {
        var value = owner.Evaluate(frame);
        try
        {
            return Lookup.Attribute(frame.Context, value, name);
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    /// <summary><c>a.b(…)</c> without an object for the bound method.</summary>
    public Value Call(Frame frame, ArgumentList arguments)
    {
        var value = owner.Evaluate(frame);
        if (value.IsUndefined)
        {
            // The attribute is looked up before the arguments are computed, and fails already then.
            value = Lookup.Attribute(frame.Context, value, name);
            return frame.Context.Call(value, arguments.Evaluate(frame));
        }

        return Lookup.CallMethod(frame.Context, value, name, arguments.Evaluate(frame));
    }

    public override Precedence Precedence => Precedence.Postfix;

    public override void Print(SourcePrinter printer) =>
        printer.Operand(owner, Precedence.Postfix).Code(".").Code(name);
}
