namespace HomeOps.Jinja.Values;

/// <summary><c>+</c> and <c>*</c> of strings, lists and tuples.</summary>
internal static class Sequences
{
    /// <summary>Joins two of the same type; false when neither is a sequence.</summary>
    public static bool TryAdd(EvaluationContext context, Value left, Value right, out Value result)
    {
        result = default;
        if (left.Kind == ValueKind.Markup && right.As<PyUndefined>()?.Html() is { } html)
        {
            result = Value.Markup(left.AsText + html);
            return true;
        }
        if ((left.As<PyUndefined>() ?? right.As<PyUndefined>()) is { } undefined)
        {
            throw undefined.Error();
        }
        if (left.AsText is { } text)
        {
            if (right.AsText is not { } other)
            {
                return left.Kind == ValueKind.Markup ? false : throw Refused("str", right);
            }
            result = AddText(context, left, text, right, other);
            return true;
        }
        switch (left.AsObject, right.AsObject)
        {
            case (PyList a, PyList b):
                CheckItems(context, (long)a.Items.Count + b.Items.Count);
                result = new PyList([.. a.Items, .. b.Items]);
                return true;
            case (PyTuple a, PyTuple b):
                CheckItems(context, (long)a.Items.Length + b.Items.Length);
                result = new PyTuple([.. a.Items, .. b.Items]);
                return true;
            case (PyList, _):
                throw Refused("list", right);
            case (PyTuple, _):
                throw Refused("tuple", right);
            default:
                return false;
        }
    }

    /// <summary>Repeats a sequence, on either side of the operator; false when there is none.</summary>
    public static bool TryRepeat(EvaluationContext context, Value left, Value right, out Value result)
    {
        result = default;
        if (left.IsUndefined || (right.IsUndefined && left.Kind != ValueKind.Markup))
        {
            return false;
        }
        if (IsRepeatable(left) && right.IsInteger)
        {
            result = Repeat(context, left, right);
            return true;
        }
        if (IsRepeatable(right) && left.IsInteger)
        {
            result = Repeat(context, right, left);
            return true;
        }

        // Safe text has a method for it, which is asked before the other operand.
        if (left.Kind == ValueKind.Markup || right.Kind == ValueKind.Markup)
        {
            var count = left.Kind == ValueKind.Markup ? right : left;
            throw JinjaException.Type($"'{TypeNames.Of(count)}' object cannot be interpreted as an integer");
        }

        var other =
            IsRepeatable(left) ? right
            : IsRepeatable(right) ? left
            : default;
        return other.IsMissing
            ? false
            : throw JinjaException.Type($"can't multiply sequence by non-int of type '{TypeNames.Of(other)}'");
    }

    public static void CheckText(EvaluationContext context, long length)
    {
        if (length > context.Limits.TextLength)
        {
            throw JinjaException.Limit(
                $"a text of {length} characters is over the limit of {context.Limits.TextLength}"
            );
        }
    }

    public static void CheckItems(EvaluationContext context, long count)
    {
        if (count > context.Limits.Items)
        {
            throw JinjaException.Limit($"a sequence of {count} items is over the limit of {context.Limits.Items}");
        }
    }

    private static Value AddText(EvaluationContext context, Value left, string text, Value right, string other)
    {
        CheckText(context, (long)text.Length + other.Length);
        if (left.Kind == ValueKind.Markup || right.Kind == ValueKind.Markup)
        {
            return Value.Markup(Escaping.Escape(left) + Escaping.Escape(right));
        }
        return text + other;
    }

    private static bool IsRepeatable(Value value) => value.IsText || value.Kind is ValueKind.List or ValueKind.Tuple;

    private static Value Repeat(EvaluationContext context, Value sequence, Value times)
    {
        if (times.Kind == ValueKind.BigInt)
        {
            throw JinjaException.Overflow("cannot fit 'int' into an index-sized integer");
        }
        var count = Math.Max(0, times.AsInt64);
        if (sequence.AsText is { } text)
        {
            CheckText(context, Total(text.Length, count));
            var repeated = text.Length == 0 ? "" : Repeat(text, (int)count);
            return sequence.Kind == ValueKind.Markup ? Value.Markup(repeated) : repeated;
        }
        if (sequence.As<PyTuple>() is { } tuple)
        {
            CheckItems(context, Total(tuple.Items.Length, count));
            return new PyTuple([.. Repeat(tuple.Items, tuple.Items.Length == 0 ? 0 : (int)count)]);
        }
        var items = sequence.As<PyList>()?.Items ?? [];
        CheckItems(context, Total(items.Count, count));
        return new PyList(Repeat(items, items.Count == 0 ? 0 : (int)count));
    }

    private static List<Value> Repeat(IReadOnlyCollection<Value> items, int times)
    {
        var all = new List<Value>(items.Count * times);
        for (var i = 0; i < times; i++)
        {
            all.AddRange(items);
        }
        return all;
    }

    private static string Repeat(string text, int times) =>
        string.Create(
            text.Length * times,
            text,
            static (into, part) =>
            {
                for (; into.Length > 0; into = into[part.Length..])
                {
                    part.CopyTo(into);
                }
            }
        );

    private static long Total(int length, long times)
    {
        var total = (Int128)length * times;
        return total > long.MaxValue ? long.MaxValue : (long)total;
    }

    private static JinjaException Refused(string type, Value right) =>
        JinjaException.Type($"can only concatenate {type} (not \"{TypeNames.Of(right)}\") to {type}");
}
