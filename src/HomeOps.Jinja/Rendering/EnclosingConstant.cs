using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>A constant with a slice in it, which Jinja2 may compute while it compiles.</summary>
/// <param name="Expression">The constant.</param>
/// <param name="IsPrinted">Whether it is all that a statement prints: its text is kept then, else only a value that can be written as source.</param>
/// <param name="Outer">The constant around it.</param>
internal sealed record EnclosingConstant(Expression Expression, bool IsPrinted, EnclosingConstant? Outer)
{
    /// <summary>Whether Jinja2's optimizer replaces it, or one around it, by its value.</summary>
    /// <exception cref="JinjaException">UndefinedError where the optimizer gives up and Jinja2 with it.</exception>
    public bool IsFolded(Frame frame)
    {
        for (var constant = this; constant is not null; constant = constant.Outer)
        {
            if (constant.CanFold(frame))
            {
                return true;
            }
        }

        return false;
    }

    private bool CanFold(Frame frame)
    {
        frame.IsFolding = true;
        try
        {
            var value = Expression.Evaluate(frame);
            return IsPrinted ? PyText.Str(value).Length >= 0 : HasSource(value);
        }
        catch (JinjaException error) when (error.Kind != JinjaErrorKind.Limit && !IsFatal(error))
        {
            return false;
        }
        finally
        {
            frame.IsFolding = false;
        }
    }

    // These ask for texts and truths without a net (jinja2.nodes, as_const).
    private bool IsFatal(JinjaException error) =>
        error.Kind == JinjaErrorKind.Undefined
        && Expression is ConcatExpression or AndExpression or OrExpression or ConditionalExpression;

    // jinja2.nodes, has_safe_repr.
    private static bool HasSource(Value value) =>
        value.AsObject switch
        {
            PyList list => list.Items.TrueForAll(HasSource),
            PyTuple tuple => Array.TrueForAll(tuple.Items, HasSource),
            PyDict dict => dict.Entries.All(static e => HasSource(e.Key) && HasSource(e.Value)),
            PyRange => true,
            _ => value.IsNone || value.IsNumber || value.IsText,
        };
}
