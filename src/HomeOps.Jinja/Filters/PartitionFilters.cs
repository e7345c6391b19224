using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>batch and slice: rows of so many, and so many rows.</summary>
internal static class PartitionFilters
{
    private static readonly Signature BatchSignature = new(
        "do_batch",
        ["linecount", "fill_with"],
        [Value.None],
        hidden: 1
    );
    private static readonly Signature SliceSignature = new(
        "sync_do_slice",
        ["slices", "fill_with"],
        [Value.None],
        hidden: 1
    );

    public static Value Batch(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = BatchSignature.Bind(arguments);
        return new PyGenerator(Batches(context, value, bound[0], bound[1]));
    }

    public static Value Slice(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = SliceSignature.Bind(arguments);
        return new PyGenerator(Slices(context, value, bound[0], bound[1]));
    }

    private static IEnumerable<Value> Batches(EvaluationContext context, Value value, Value size, Value fill)
    {
        var row = new List<Value>();
        var items = Iteration.Of(context, value);
        while (items.MoveNext(out var item))
        {
            if (Comparison.AreEqual(row.Count, size))
            {
                yield return new PyList(row);
                row = [];
            }
            row.Add(item);
        }
        if (row.Count == 0)
        {
            yield break;
        }
        if (!fill.IsNone && Comparison.IsLess(row.Count, size))
        {
            var missing = Arguments.Index(size) - row.Count;
            Sequences.CheckItems(context, missing);
            row.AddRange(Enumerable.Repeat(fill, (int)missing));
        }
        yield return new PyList(row);
    }

    private static IEnumerable<Value> Slices(EvaluationContext context, Value value, Value slices, Value fill)
    {
        var items = Iteration.ToList(context, value);
        _ = Arithmetic.FloorDivide(context, items.Count, slices);
        var count = Arguments.Index(slices);
        Sequences.CheckItems(context, count);
        if (count < 0)
        {
            yield break;
        }
        var (each, longer) = Math.DivRem(items.Count, (int)count);
        for (int i = 0, at = 0; i < count; i++)
        {
            var length = each + (i < longer ? 1 : 0);
            var row = items.GetRange(at, length);
            if (!fill.IsNone && i >= longer)
            {
                row.Add(fill);
            }
            yield return new PyList(row);
            at += length;
        }
    }
}
