using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>Python's sorted(): stable, and asks only <c>&lt;</c>.</summary>
internal static class StableSort
{
    private const int RunLength = 64;

    /// <summary>Sorts by a key.</summary>
    public static List<Value> By(IReadOnlyList<Value> items, Func<Value, Value> key, bool reverse) =>
        Run(items, key, Comparison.IsLess, reverse);

    /// <summary>Sorts by an order of one's own.</summary>
    public static List<Value> By(IReadOnlyList<Value> items, Func<Value, Value, bool> less) =>
        Run(items, static item => item, less, reverse: false);

    /// <summary>Sorts by keys compared as members of a list: equal ones are not asked for an order.</summary>
    public static List<Value> ByMember(IReadOnlyList<Value> items, Func<Value, Value> key, bool reverse) =>
        Run(
            items,
            key,
            static (a, b) => !a.IsSameAs(b) && !Comparison.AreEqual(a, b) && Comparison.IsLess(a, b),
            reverse
        );

    /// <summary>Strings without their case, everything else as it is (jinja2.filters.ignore_case).</summary>
    public static Value IgnoreCase(Value value) =>
        value.AsText is { } text ? StringMethods.Like(value, UnicodeCase.Lower(text)) : value;

    private static List<Value> Run(
        IReadOnlyList<Value> items,
        Func<Value, Value> key,
        Func<Value, Value, bool> less,
        bool reverse
    )
    {
        var keyed = new (Value Key, Value Item)[items.Count];
        for (var i = 0; i < keyed.Length; i++)
        {
            keyed[i] = (key(items[i]), items[i]);
        }

        // Sorting backwards between two reversals keeps equal ones in their order.
        if (reverse)
        {
            Array.Reverse(keyed);
        }
        for (var start = 0; start < keyed.Length; start += RunLength)
        {
            Insert(keyed.AsSpan(start, Math.Min(RunLength, keyed.Length - start)), less);
        }
        keyed = Merge(keyed, less);
        if (reverse)
        {
            Array.Reverse(keyed);
        }

        var sorted = new List<Value>(keyed.Length);
        foreach (var (_, item) in keyed)
        {
            sorted.Add(item);
        }
        return sorted;
    }

    // As CPython sorts a short list: a first run, then each further one by halving. Errors name the pair that it asks for.
    private static void Insert(Span<(Value Key, Value Item)> run, Func<Value, Value, bool> less)
    {
        var sorted = FirstRun(run, less);
        for (; sorted < run.Length; sorted++)
        {
            var pivot = run[sorted];
            var (low, high) = (0, sorted);
            while (low < high)
            {
                var middle = low + ((high - low) >> 1);
                if (less(pivot.Key, run[middle].Key))
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }
            run[low..sorted].CopyTo(run[(low + 1)..]);
            run[low] = pivot;
        }
    }

    private static int FirstRun(Span<(Value Key, Value Item)> run, Func<Value, Value, bool> less)
    {
        if (run.Length < 2)
        {
            return run.Length;
        }
        var falling = less(run[1].Key, run[0].Key);
        var length = 2;
        while (length < run.Length && less(run[length].Key, run[length - 1].Key) == falling)
        {
            length++;
        }
        if (falling)
        {
            run[..length].Reverse();
        }
        return length;
    }

    private static (Value Key, Value Item)[] Merge((Value Key, Value Item)[] from, Func<Value, Value, bool> less)
    {
        var to = from.Length > RunLength ? new (Value Key, Value Item)[from.Length] : [];
        for (var width = RunLength; width < from.Length; width *= 2)
        {
            for (var start = 0; start < from.Length; start += 2 * width)
            {
                var (left, right) = (start, Math.Min(start + width, from.Length));
                var (middle, end) = (right, Math.Min(start + (2 * width), from.Length));
                for (var at = start; at < end; at++)
                {
                    var takeRight = left == middle || (right < end && less(from[right].Key, from[left].Key));
                    to[at] = takeRight ? from[right++] : from[left++];
                }
            }
            (from, to) = (to, from);
        }
        return from;
    }
}
