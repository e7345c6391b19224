using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>{key: value}</c>.</summary>
internal sealed class DictExpression(TextSpan span, DictItem[] items) : Expression(span)
{
    public override void Declare(Scope scope)
    {
        foreach (var (key, value) in items)
        {
            key.Declare(scope);
            value.Declare(scope);
        }
    }

    public override void Bind(Binding binding)
    {
        foreach (var (key, value) in items)
        {
            key.Bind(binding);
            value.Bind(binding);
        }
    }

    public override Value Evaluate(Frame frame)
    {
        try
        {
            var dict = new PyDict(items.Length);
            foreach (var (key, value) in items)
            {
                dict.Set(key.Evaluate(frame), value.Evaluate(frame));
            }

            return dict;
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override void Print(SourcePrinter printer)
    {
        var first = true;
        printer.Code("{");
        foreach (var (key, value) in items)
        {
            printer.Separate(ref first);
            printer.Operand(key, Precedence.Conditional).Code(": ").Operand(value, Precedence.Conditional);
        }

        printer.Code("}");
    }
}

/// <summary>A key and its value as written.</summary>
internal sealed record DictItem(Expression Key, Expression Value);
