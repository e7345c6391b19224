using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>first, last, length, list, random, reverse, sum.</summary>
internal static class SequenceFilters
{
    private static readonly Signature FirstSignature = new("sync_do_first", [], [], hidden: 2);
    private static readonly Signature LastSignature = new("do_last", [], [], hidden: 2);
    private static readonly Signature ListSignature = new("sync_do_list", [], [], hidden: 1);
    private static readonly Signature RandomSignature = new("do_random", [], [], hidden: 2);
    private static readonly Signature ReverseSignature = new("do_reverse", [], [], hidden: 1);
    private static readonly Signature SumSignature = new(
        "sync_do_sum",
        ["attribute", "start"],
        [Value.None, 0],
        hidden: 2
    );

    public static Value First(EvaluationContext context, Value value, CallArguments arguments)
    {
        FirstSignature.Bind(arguments);
        return Iteration.Of(context, value).MoveNext(out var first)
            ? first
            : context.UndefinedHint("No first item, sequence was empty.");
    }

    public static Value Last(EvaluationContext context, Value value, CallArguments arguments)
    {
        LastSignature.Bind(arguments);
        var items = Reversible(context, value) ?? throw NotReversible(value);
        return items.Count > 0 ? items[^1] : context.UndefinedHint("No last item, sequence was empty.");
    }

    public static Value Length(EvaluationContext context, Value value, CallArguments arguments)
    {
        arguments.ExpectValueAlone("len");
        return Iteration.Length(value);
    }

    public static Value List(EvaluationContext context, Value value, CallArguments arguments)
    {
        ListSignature.Bind(arguments);
        return new PyList(Iteration.ToList(context, value));
    }

    public static Value Random(EvaluationContext context, Value value, CallArguments arguments)
    {
        RandomSignature.Bind(arguments);
        var length = Iteration.Length(value);
        return length == 0
            ? context.UndefinedHint("No random item, sequence was empty.")
            : Lookup.Subscript(context, value, context.NextRandom((int)Math.Min(length, int.MaxValue)));
    }

    /// <summary>A str reversed, anything else as an iterator from its end.</summary>
    public static Value Reverse(EvaluationContext context, Value value, CallArguments arguments)
    {
        ReverseSignature.Bind(arguments);
        if (value.IsText)
        {
            return Lookup.Slice(context, value, default, default, -1);
        }
        var items = Reversible(context, value);
        if (items is null)
        {
            items = Iteration.Try(context, value) is null
                ? throw JinjaException.FilterArgument("argument must be iterable")
                : Iteration.ToList(context, value);
            items.Reverse();
            return new PyList(items);
        }
        items.Reverse();
        return new PyGenerator(items, value.Kind == ValueKind.List ? "list_reverseiterator" : "reversed");
    }

    public static Value Sum(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = SumSignature.Bind(arguments);
        var path = AttributePath.Of(bound[0]);
        var total = bound[1];
        if (total.IsText)
        {
            throw JinjaException.Type("sum() can't sum strings [use ''.join(seq) instead]");
        }
        var items = Iteration.Of(context, value);
        while (items.MoveNext(out var item))
        {
            total = Arithmetic.Add(context, total, path.Get(context, item));
        }
        return total;
    }

    // What Python's reversed() takes: sequences, dicts, their views and undefined; not iterators, not sets.
    private static List<Value>? Reversible(EvaluationContext context, Value value)
    {
        value.As<PyUndefined>()?.RefuseIfStrict();
        return
            value.IsText
            || value.Kind
                is ValueKind.List
                    or ValueKind.Tuple
                    or ValueKind.Dict
                    or ValueKind.Range
                    or ValueKind.Undefined
                    or ValueKind.Bytes
            || value.AsObject is PyDictView
            ? Iteration.ToList(context, value)
            : null;
    }

    private static JinjaException NotReversible(Value value) =>
        JinjaException.Type($"'{TypeNames.Of(value)}' object is not reversible");
}
