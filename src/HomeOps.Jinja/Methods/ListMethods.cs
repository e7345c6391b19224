using HomeOps.Jinja.Filters;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of list.</summary>
internal static class ListMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            "append" => Append,
            "clear" => Clear,
            "copy" => Copy,
            "count" => TupleMethods.Count,
            "extend" => Extend,
            "index" => TupleMethods.Index,
            "insert" => Insert,
            "pop" => Pop,
            "remove" => Remove,
            "reverse" => Reverse,
            "sort" => Sort,
            _ => null,
        };

    private static readonly BuiltinSignature SortSignature = new(
        "sort",
        ["key", "reverse"],
        [Value.None, false],
        positional: 0
    );

    private static Value Append(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "append", 1, 1);
        var items = Items(self);
        Sequences.CheckItems(context, items.Count + 1);
        items.Add(arguments.At(0));
        return Value.None;
    }

    private static Value Clear(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "clear", 0, 0);
        Items(self).Clear();
        return Value.None;
    }

    private static Value Copy(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "copy", 0, 0);
        return new PyList([.. Items(self)]);
    }

    private static Value Extend(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "extend", 1, 1);
        var more = Iteration.ToList(context, arguments.At(0));
        Sequences.CheckItems(context, (long)Items(self).Count + more.Count);
        Items(self).AddRange(more);
        return Value.None;
    }

    private static Value Insert(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "insert", 2, 2);
        var items = Items(self);
        Sequences.CheckItems(context, items.Count + 1);
        var index = Arguments.Size(arguments.At(0));
        index = index < 0 ? Math.Max(0, index + items.Count) : Math.Min(index, items.Count);
        items.Insert((int)index, arguments.At(1));
        return Value.None;
    }

    private static Value Pop(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "pop", 0, 1);
        var items = Items(self);
        if (items.Count == 0)
        {
            throw JinjaException.Index("pop from empty list");
        }
        var index = Arguments.Size(arguments.At(0), -1);
        index = index < 0 ? index + items.Count : index;
        if (index < 0 || index >= items.Count)
        {
            throw JinjaException.Index("pop index out of range");
        }
        var value = items[(int)index];
        items.RemoveAt((int)index);
        return value;
    }

    private static Value Remove(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "remove", 1, 1);
        var items = Items(self);
        for (var i = 0; i < items.Count; i++)
        {
            if (Comparison.IsMember(items[i], arguments.At(0)))
            {
                items.RemoveAt(i);
                return Value.None;
            }
        }
        throw JinjaException.Value("list.remove(x): x not in list");
    }

    private static Value Reverse(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "reverse", 0, 0);
        Items(self).Reverse();
        return Value.None;
    }

    private static Value Sort(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = SortSignature.Bind(arguments);
        var key = bound[0];
        var items = Items(self);
        var sorted = StableSort.By(
            items,
            item => key.IsNone ? item : context.Call(key, CallArguments.Of(item)),
            Truth.Of(bound[1])
        );
        items.Clear();
        items.AddRange(sorted);
        return Value.None;
    }

    private static List<Value> Items(Value self) => self.As<PyList>()?.Items ?? [];
}
