using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>
/// What Jinja2 knows of an expression while it compiles (jinja2.nodes, as_const). What has neither variables nor calls it
/// computes then, with other rules than rendering in two places: a slice that fails is an undefined item, and <c>~</c>
/// does not escape.
/// </summary>
[Flags]
internal enum Constancy
{
    /// <summary>It has variables or calls.</summary>
    Variable = 0,

    /// <summary>It is the same whenever it is computed.</summary>
    Constant = 1,

    /// <summary>A constant with a filter or test in it, which Jinja2 leaves alone where only rendering tells what is escaped.</summary>
    HasFilter = 2,

    /// <summary>A constant with a slice in it.</summary>
    HasSlice = 4,
}

/// <summary>The constancy of wholes.</summary>
internal static class Constancies
{
    /// <summary>That of a whole made of two parts.</summary>
    public static Constancy With(this Constancy one, Constancy other) =>
        one == Constancy.Variable || other == Constancy.Variable ? Constancy.Variable : one | other;

    /// <summary>That of a whole made of some parts.</summary>
    public static Constancy Of(params ReadOnlySpan<Expression?> parts)
    {
        var whole = Constancy.Constant;
        foreach (var part in parts)
        {
            whole = part is null ? whole : whole.With(part.Constancy);
        }

        return whole;
    }

    /// <summary>That of a dict.</summary>
    public static Constancy Of(DictItem[] items)
    {
        var whole = Constancy.Constant;
        foreach (var (key, value) in items)
        {
            whole = whole.With(Of(key, value));
        }

        return whole;
    }

    /// <summary>That of a chain of comparisons.</summary>
    public static Constancy Of(Expression first, ComparisonOperand[] operands)
    {
        var whole = first.Constancy;
        foreach (var (_, value) in operands)
        {
            whole = whole.With(value.Constancy);
        }

        return whole;
    }

    /// <summary>That of arguments.</summary>
    public static Constancy Of(Expression[] positional, KeywordArgument[] keywords)
    {
        var whole = Of(positional);
        foreach (var keyword in keywords)
        {
            whole = whole.With(keyword.Value.Constancy);
        }

        return whole;
    }

    /// <summary>Whether a value can be written as source, so that it may stand for the constant it was computed from (jinja2.nodes, has_safe_repr).</summary>
    public static bool HasSource(Value value) =>
        value.AsObject switch
        {
            PyList list => list.Items.TrueForAll(HasSource),
            PyTuple tuple => Array.TrueForAll(tuple.Items, HasSource),
            PyDict dict => dict.Entries.All(static e => HasSource(e.Key) && HasSource(e.Value)),
            PyRange => true,
            _ => value.IsNone || value.IsNumber || value.IsText,
        };

    /// <summary>
    /// Whether a constant on the left decides an <c>and</c> (by being false) or an <c>or</c> (by being true): Jinja2 drops the right side then, names of
    /// filters unseen.
    /// </summary>
    public static bool IsDecided(Binding binding, Expression left, Expression right, bool truth) =>
        AsksTheLeft(binding, left, right)
        && binding.Compilation.Known(left, binding) is { } known
        && Truth.Of(known) == truth
        && HasSource(known);

    // Each constant once, however long the chain: where the right side may be dropped, and where a strict undefined may be refused.
    private static bool AsksTheLeft(Binding binding, Expression left, Expression right) =>
        right.Constancy == Constancy.Variable
        || (
            binding.Compilation.Environment.Options.Undefined == UndefinedMode.Strict
            && left is not (AndExpression or OrExpression)
        );
}
