using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>The three steps of an expression for several at once.</summary>
internal static class ExpressionLists
{
    public static void Declare(this Expression[] expressions, Scope scope)
    {
        foreach (var expression in expressions)
        {
            expression.Declare(scope);
        }
    }

    public static void Bind(this Expression[] expressions, Binding binding)
    {
        foreach (var expression in expressions)
        {
            expression.Bind(binding);
        }
    }

    public static Value[] Evaluate(this Expression[] expressions, Frame frame)
    {
        var values = new Value[expressions.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = expressions[i].Evaluate(frame);
        }

        return values;
    }
}
