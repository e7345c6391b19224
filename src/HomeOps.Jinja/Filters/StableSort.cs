using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>Python's sorted(): stable, asks only <c>&lt;</c>, and asks it of the later item first.</summary>
internal static class StableSort
{
    /// <summary>Sorts by a key.</summary>
    public static List<Value> By(IReadOnlyList<Value> items, Func<Value, Value> key, bool reverse) =>
        Run(items, key, Comparison.IsLess, reverse);

    /// <summary>Sorts by keys compared as members of a list: equal ones are not asked for an order.</summary>
    public static List<Value> ByMember(IReadOnlyList<Value> items, Func<Value, Value> key, bool reverse) =>
        Run(
            items,
            key,
            static (a, b) => !a.IsSameAs(b) && !Comparison.AreEqual(a, b) && Comparison.IsLess(a, b),
            reverse
        );

    /// <summary>Strings without their case, everything else as it is (jinja2.filters.ignore_case).</summary>
    public static Value IgnoreCase(Value value) => value.AsText is { } text ? UnicodeCase.Lower(text) : value;

    private static List<Value> Run(
        IReadOnlyList<Value> items,
        Func<Value, Value> key,
        Func<Value, Value, bool> less,
        bool reverse
    )
    {
        var from = new (Value Key, Value Item)[items.Count];
        for (var i = 0; i < from.Length; i++)
        {
            from[i] = (key(items[i]), items[i]);
        }
        var to = new (Value Key, Value Item)[from.Length];
        for (var width = 1; width < from.Length; width *= 2)
        {
            for (var start = 0; start < from.Length; start += 2 * width)
            {
                Merge(
                    from,
                    to,
                    start,
                    Math.Min(start + width, from.Length),
                    Math.Min(start + (2 * width), from.Length)
                );
            }
            (from, to) = (to, from);
        }
        var sorted = new List<Value>(from.Length);
        foreach (var (_, item) in from)
        {
            sorted.Add(item);
        }
        return sorted;

        void Merge((Value Key, Value Item)[] source, (Value Key, Value Item)[] into, int start, int middle, int end)
        {
            var (left, right) = (start, middle);
            for (var at = start; at < end; at++)
            {
                var takeRight =
                    left == middle
                    || (
                        right < end
                        && (
                            reverse
                                ? less(source[left].Key, source[right].Key)
                                : less(source[right].Key, source[left].Key)
                        )
                    );
                into[at] = takeRight ? source[right++] : source[left++];
            }
        }
    }
}
