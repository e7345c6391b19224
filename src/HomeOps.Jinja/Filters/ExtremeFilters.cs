using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>min and max.</summary>
internal static class ExtremeFilters
{
    private static readonly Signature MinSignature = new(
        "do_min",
        ["case_sensitive", "attribute"],
        [false, Value.None],
        hidden: 2
    );
    private static readonly Signature MaxSignature = new(
        "do_max",
        ["case_sensitive", "attribute"],
        [false, Value.None],
        hidden: 2
    );

    public static Value Min(EvaluationContext context, Value value, CallArguments arguments) =>
        Find(context, value, MinSignature.Bind(arguments), ComparisonOperator.Less);

    public static Value Max(EvaluationContext context, Value value, CallArguments arguments) =>
        Find(context, value, MaxSignature.Bind(arguments), ComparisonOperator.Greater);

    private static Value Find(EvaluationContext context, Value value, BoundArguments bound, ComparisonOperator better)
    {
        var items = Iteration.Of(context, value);
        if (!items.MoveNext(out var best))
        {
            return context.UndefinedHint("No aggregated item, sequence was empty.");
        }
        var path = AttributePath.Of(bound[1]);
        var caseSensitive = Truth.Of(bound[0]);
        var bestKey = Key(best);
        while (items.MoveNext(out var item))
        {
            var key = Key(item);
            if (Comparison.Evaluate(context, better, key, bestKey))
            {
                (best, bestKey) = (item, key);
            }
        }
        return best;

        Value Key(Value item)
        {
            var key = path.Get(context, item);
            return caseSensitive ? key : StableSort.IgnoreCase(key);
        }
    }
}
