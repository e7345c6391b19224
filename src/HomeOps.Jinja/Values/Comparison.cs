using System.Numerics;
using System.Runtime.InteropServices;

namespace HomeOps.Jinja.Values;

/// <summary>The comparison operators.</summary>
public enum ComparisonOperator
{
    /// <summary>==</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,

    /// <summary>in</summary>
    In,

    /// <summary>not in</summary>
    NotIn,
}

/// <summary>Python's comparisons: == never fails, order fails between types without one.</summary>
internal static class Comparison
{
    private const int DeepestNesting = 500;

    public static bool Evaluate(EvaluationContext context, ComparisonOperator op, Value left, Value right) =>
        op switch
        {
            ComparisonOperator.Equal => AreEqual(left, right),
            ComparisonOperator.NotEqual => !AreEqual(left, right),
            ComparisonOperator.In => Contains(context, right, left),
            ComparisonOperator.NotIn => !Contains(context, right, left),
            _ => Ordered(op, left, right, null),
        };

    public static bool AreEqual(Value left, Value right) => AreEqual(left, right, null);

    private static bool AreEqual(Value left, Value right, Descent? descent)
    {
        var leftKind = left.Kind;
        var rightKind = right.Kind;
        switch (leftKind)
        {
            case ValueKind.String when rightKind is ValueKind.String or ValueKind.Markup:
            case ValueKind.Markup when rightKind is ValueKind.String or ValueKind.Markup:
                return string.Equals(left.AsText, right.AsText, StringComparison.Ordinal);
            case ValueKind.Int or ValueKind.Bool when rightKind is ValueKind.Int or ValueKind.Bool:
                return left.AsInt64 == right.AsInt64;
            case ValueKind.List when rightKind == ValueKind.List:
                return ReferenceEquals(left.AsObject, right.AsObject)
                    || (
                        Items(left).Length == Items(right).Length
                        && SequenceEqual(Items(left), Items(right), descent ?? NewDescent())
                    );
            case ValueKind.Tuple when rightKind == ValueKind.Tuple:
                return AsksTheRightFirst(left, right)
                    ? SequenceEqual(Items(right), Items(left), descent ?? NewDescent())
                    : SequenceEqual(Items(left), Items(right), descent ?? NewDescent());
            case ValueKind.Dict when rightKind == ValueKind.Dict:
                return DictEqual(left.As<PyDict>(), right.As<PyDict>(), descent ?? NewDescent());
        }
        if (left.IsNumber && right.IsNumber)
        {
            return CompareNumbers(left, right) == 0;
        }
        if (
            left.AsObject is
            {
                Kind: ValueKind.Undefined
                    or ValueKind.Object
                    or ValueKind.Range
                    or ValueKind.Set
                    or ValueKind.Bytes
                    or ValueKind.Iterator
            } l
        )
        {
            return l.IsEqualTo(right);
        }
        return right.AsObject is { Kind: ValueKind.Undefined or ValueKind.Object } r
            ? r.IsEqualTo(left)
            : left.IsSameAs(right);
    }

    /// <summary>Whether a container's item is the one looked for: the same, or an equal one (NaN is the same as itself and not equal).</summary>
    public static bool IsMember(Value item, Value wanted) => item.IsSameAs(wanted) || AreEqual(item, wanted);

    /// <summary>Python's <c>in</c>.</summary>
    public static bool Contains(EvaluationContext context, Value container, Value item)
    {
        switch (container.AsObject)
        {
            case PyDict dict:
                return dict.TryGet(item, out _);
            case PySet set:
                return set.Contains(item);
            case PyList list:
                foreach (var candidate in list.Items)
                {
                    if (IsMember(candidate, item))
                    {
                        return true;
                    }
                }
                return false;
            case PyUndefined undefined:
                undefined.RefuseIfStrict();
                return false;
            case PyRange range when item.IsInteger:
                return range.IndexOf(item) is not null;
        }
        if (container.AsText is { } text)
        {
            return item.AsText is { } part
                ? text.Contains(part, StringComparison.Ordinal)
                : throw JinjaException.Type($"'in <string>' requires string as left operand, not {TypeNames.Of(item)}");
        }
        if (container.AsObject?.TryIterate(context) is not { } items)
        {
            throw JinjaException.Type($"argument of type '{TypeNames.Of(container)}' is not iterable");
        }
        while (items.MoveNext(out var candidate))
        {
            if (IsMember(candidate, item))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Python's <c>&lt;</c>, as sorting uses it.</summary>
    public static bool IsLess(Value left, Value right) => Ordered(ComparisonOperator.Less, left, right, null);

    private static bool Ordered(ComparisonOperator op, Value left, Value right, Descent? descent)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return CompareNumbers(left, right) is { } order && Holds(op, order);
        }
        if (left.AsText is { } l && right.AsText is { } r)
        {
            return Holds(op, CodePoints.Compare(l, r));
        }
        if (left.Kind == right.Kind && left.Kind is ValueKind.List or ValueKind.Tuple)
        {
            return AsksTheRightFirst(left, right)
                ? SequenceOrdered(Mirrored(op), Items(right), Items(left), descent ?? NewDescent())
                : SequenceOrdered(op, Items(left), Items(right), descent ?? NewDescent());
        }
        PyUndefined.Refuse(left.As<PyUndefined>());
        PyUndefined.Refuse(right.As<PyUndefined>());
        return left.AsObject?.CompareTo(right) is { } found
            ? Holds(op, found)
            : throw JinjaException.Type(
                $"'{Symbol(op)}' not supported between instances of '{TypeNames.Of(left)}' and '{TypeNames.Of(right)}'"
            );
    }

    /// <summary>The order of two numbers, exact between int and float; null with NaN.</summary>
    public static int? CompareNumbers(Value left, Value right)
    {
        if (left.Kind == ValueKind.Float || right.Kind == ValueKind.Float)
        {
            if (left.Kind == right.Kind)
            {
                return double.IsNaN(left.AsDouble) || double.IsNaN(right.AsDouble)
                    ? null
                    : left.AsDouble.CompareTo(right.AsDouble);
            }
            return left.Kind == ValueKind.Float
                ? CompareToInteger(left.AsDouble, right)
                : -CompareToInteger(right.AsDouble, left);
        }
        return left.Kind == ValueKind.BigInt || right.Kind == ValueKind.BigInt
            ? left.AsBigInteger.CompareTo(right.AsBigInteger)
            : left.AsInt64.CompareTo(right.AsInt64);
    }

    private static int? CompareToInteger(double number, Value integer)
    {
        if (double.IsNaN(number))
        {
            return null;
        }
        if (double.IsInfinity(number))
        {
            return number > 0 ? 1 : -1;
        }
        var whole = new BigInteger(Math.Floor(number));
        var order = whole.CompareTo(integer.AsBigInteger);
        return order == 0 && number != Math.Floor(number) ? 1 : order;
    }

    private static bool SequenceOrdered(
        ComparisonOperator op,
        ReadOnlySpan<Value> left,
        ReadOnlySpan<Value> right,
        Descent descent
    )
    {
        descent.Enter();
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            descent.Step();
            if (!left[i].IsSameAs(right[i]) && !AreEqual(left[i], right[i], descent))
            {
                return Ordered(op, left[i], right[i], descent);
            }
        }
        descent.Leave();
        return Holds(op, left.Length.CompareTo(right.Length));
    }

    // Python looks at the lengths of lists first, at those of tuples last: an undefined inside tells.
    private static bool SequenceEqual(ReadOnlySpan<Value> left, ReadOnlySpan<Value> right, Descent descent)
    {
        descent.Enter();
        var equal = true;
        for (var i = 0; i < left.Length && i < right.Length && equal; i++)
        {
            descent.Step();
            equal = left[i].IsSameAs(right[i]) || AreEqual(left[i], right[i], descent);
        }
        descent.Leave();
        return equal && left.Length == right.Length;
    }

    private static bool DictEqual(PyDict? left, PyDict? right, Descent descent)
    {
        if (left is null || right is null || left.Count != right.Count)
        {
            return false;
        }
        descent.Enter();
        var equal = true;
        for (var at = 0; equal && left.TryNext(ref at, out var key, out var value); )
        {
            descent.Step();
            equal = right.TryGet(key, out var other) && (value.IsSameAs(other) || AreEqual(value, other, descent));
        }
        descent.Leave();
        return equal;
    }

    // Python asks the right operand first when its type derives from the left one's, which errors inside tell.
    private static bool AsksTheRightFirst(Value left, Value right) =>
        right.AsObject is PyTuple derived
        && derived.GetType() != typeof(PyTuple)
        && left.AsObject?.GetType() == typeof(PyTuple);

    private static Descent NewDescent() => new(DeepestNesting, "maximum recursion depth exceeded in comparison");

    private static ReadOnlySpan<Value> Items(Value value) =>
        value.AsObject switch
        {
            PyList list => CollectionsMarshal.AsSpan(list.Items),
            PyTuple tuple => tuple.Items,
            _ => default,
        };

    private static bool Holds(ComparisonOperator op, int order) =>
        op switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };

    private static ComparisonOperator Mirrored(ComparisonOperator op) =>
        op switch
        {
            ComparisonOperator.Less => ComparisonOperator.Greater,
            ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.Greater => ComparisonOperator.Less,
            _ => ComparisonOperator.LessOrEqual,
        };

    private static string Symbol(ComparisonOperator op) =>
        op switch
        {
            ComparisonOperator.Less => "<",
            ComparisonOperator.LessOrEqual => "<=",
            ComparisonOperator.Greater => ">",
            _ => ">=",
        };
}
