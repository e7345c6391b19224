using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>sort, dictsort, unique.</summary>
internal static class SortFilters
{
    private static readonly Signature SortSignature = new(
        "do_sort",
        ["reverse", "case_sensitive", "attribute"],
        [false, false, Value.None],
        hidden: 2
    );
    private static readonly Signature DictSortSignature = new(
        "do_dictsort",
        ["case_sensitive", "by", "reverse"],
        [false, "key", false],
        hidden: 1
    );
    private static readonly Signature UniqueSignature = new(
        "do_unique",
        ["case_sensitive", "attribute"],
        [false, Value.None],
        hidden: 2
    );

    public static Value Sort(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = SortSignature.Bind(arguments);
        var caseSensitive = Truth.Of(bound[1]);
        var paths = AttributePath.Several(bound[2]);
        var items = Iteration.ToList(context, value);
        var reverse = Truth.Of(bound[0]);
        return paths.Length == 1
            ? new PyList(StableSort.ByMember(items, item => Key(paths[0], item), reverse))
            : new PyList(StableSort.By(items, Keys, reverse));

        Value Key(AttributePath path, Value item)
        {
            var key = path.Get(context, item);
            return caseSensitive ? key : StableSort.IgnoreCase(key);
        }

        Value Keys(Value item)
        {
            var keys = new List<Value>(paths.Length);
            foreach (var path in paths)
            {
                keys.Add(Key(path, item));
            }
            return new PyList(keys);
        }
    }

    public static Value DictSort(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = DictSortSignature.Bind(arguments);
        var at =
            Comparison.AreEqual(bound[1], "key") ? 0
            : Comparison.AreEqual(bound[1], "value") ? 1
            : throw JinjaException.FilterArgument("You can only sort by either \"key\" or \"value\"");
        var pairs = Iteration.ToList(context, Lookup.CallAttribute(context, value, "items"));
        return new PyList(
            StableSort.By(
                pairs,
                pair =>
                {
                    var key = pair.As<PyTuple>()?.Items[at] ?? pair;
                    return Truth.Of(bound[0]) ? key : StableSort.IgnoreCase(key);
                },
                Truth.Of(bound[2])
            )
        );
    }

    /// <summary>The first of each, lazily.</summary>
    public static Value Unique(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = UniqueSignature.Bind(arguments);
        return new PyGenerator(Firsts(context, value, AttributePath.Of(bound[1]), Truth.Of(bound[0])));
    }

    private static IEnumerable<Value> Firsts(
        EvaluationContext context,
        Value value,
        AttributePath path,
        bool caseSensitive
    )
    {
        var seen = new PyDict();
        var items = Iteration.Of(context, value);
        while (items.MoveNext(out var item))
        {
            var key = path.Get(context, item);
            key = caseSensitive ? key : StableSort.IgnoreCase(key);
            if (!seen.TryGet(key, out _))
            {
                seen.Set(key, Value.None);
                yield return item;
            }
        }
    }
}
