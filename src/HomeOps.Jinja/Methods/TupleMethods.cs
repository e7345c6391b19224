using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>count and index, which tuple, list and range share.</summary>
internal static class TupleMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            "count" => Count,
            "index" => Index,
            _ => null,
        };

    public static Value Count(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "count", 1, 1);
        if (self.As<PyRange>() is { } range && arguments.At(0).IsInteger)
        {
            return range.IndexOf(arguments.At(0)) is null ? 0 : 1;
        }

        long count = 0;
        var items = Iteration.Of(context, self);
        while (items.MoveNext(out var item))
        {
            count += Comparison.IsMember(item, arguments.At(0)) ? 1 : 0;
        }
        return count;
    }

    public static Value Index(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "index", 1, self.Kind == ValueKind.Range ? 1 : 3);
        if (self.As<PyRange>() is { } range && arguments.At(0).IsInteger)
        {
            return range.IndexOf(arguments.At(0))
                ?? throw JinjaException.Value($"{PyText.Repr(arguments.At(0))} is not in range");
        }

        var items = Iteration.ToList(context, self);
        RefuseNonInteger(arguments.At(1));
        RefuseNonInteger(arguments.At(2));
        var bounds = SliceBounds.Of(items.Count, arguments.At(1), arguments.At(2), default);
        for (var i = bounds.Start; i < bounds.Stop; i++)
        {
            if (Comparison.IsMember(items[(int)i], arguments.At(0)))
            {
                return i;
            }
        }
        throw JinjaException.Value(
            self.Kind == ValueKind.Tuple ? "tuple.index(x): x not in tuple"
            // Python computes where an int stands and looks for anything else as in any sequence.
            : self.Kind == ValueKind.Range ? "sequence.index(x): x not in sequence"
            : $"{PyText.Repr(arguments.At(0))} is not in list"
        );
    }

    private static void RefuseNonInteger(Value bound)
    {
        if (!bound.IsMissing && !bound.IsInteger)
        {
            throw JinjaException.Type("slice indices must be integers or have an __index__ method");
        }
    }
}
