using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>{key: value}</c>.</summary>
internal sealed class DictExpression(TextSpan span, DictItem[] items) : Expression(span, Constancies.Of(items))
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
        binding = binding.Within(this);
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
            // Python computes everything before it looks at the keys.
            var pairs = new KeyValuePair<Value, Value>[items.Length];
            for (var i = 0; i < items.Length; i++)
            {
                pairs[i] = new(items[i].Key.Evaluate(frame), items[i].Value.Evaluate(frame));
            }

            var dict = new PyDict(items.Length);
            foreach (var (key, value) in pairs)
            {
                dict.Set(key, value);
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
