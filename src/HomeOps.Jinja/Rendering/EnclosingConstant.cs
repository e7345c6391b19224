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
    public bool IsFolded(Frame frame)
    {
        for (var constant = this; constant is not null; constant = constant.Outer)
        {
            switch (constant.TryFold(frame))
            {
                case Folding.Done:
                    return true;
                case Folding.Failed:
                    // So does all that is made of it.
                    return false;
            }
        }

        return false;
    }

    private Folding TryFold(Frame frame)
    {
        frame.Context.State.IsFolding = true;
        try
        {
            var value = Expression.Evaluate(frame);
            return IsPrinted && PyText.Str(value).Length >= 0 || Constancies.HasSource(value)
                ? Folding.Done
                : Folding.NotKept;
        }
        catch (JinjaException error) when (error.Kind != JinjaErrorKind.Limit)
        {
            return Folding.Failed;
        }
        finally
        {
            frame.Context.State.IsFolding = false;
        }
    }

    private enum Folding
    {
        Done,
        NotKept,
        Failed,
    }
}
