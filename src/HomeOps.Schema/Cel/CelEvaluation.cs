namespace HomeOps.Schema;

/// <summary>
/// Works out an expression of which not all is known. A part that depends on what is not known, or that would be an error, is unknown;
/// <c>&amp;&amp;</c> and <c>||</c> may still be decided by the other side, as CEL has it.
/// </summary>
internal sealed class CelEvaluation(IReadOnlyDictionary<string, object?> variables)
{
    // Items gone through, all comprehensions together.
    private const int MaxRounds = 100_000;

    private readonly List<(string Name, object? Value)> bound = [];
    private int rounds;

    public object? Of(CelNode node) =>
        node switch
        {
            CelLiteral literal => literal.Value,
            CelName name => Variable(name.Name),
            CelSelect { IsOptional: false } select => Item(Of(select.Target), select.Field),
            CelIndex { IsOptional: false } index => Item(Of(index.Target), Of(index.Index)),
            CelList list => list.Items.Select(Of).ToList() is var items && items.Contains(CelValue.Unknown)
                ? CelValue.Unknown
                : items,
            CelOperator op => Operator(op),
            CelCall call => Call(call),
            _ => CelValue.Unknown,
        };

    private object? Variable(string name)
    {
        var at = bound.FindLastIndex(b => b.Name == name);
        return at >= 0 ? bound[at].Value : variables.GetValueOrDefault(name, CelValue.Unknown);
    }

    private static object? Item(object? of, object? key) =>
        (of, key) switch
        {
            (IReadOnlyDictionary<string, object?> map, string name) => map.GetValueOrDefault(name, CelValue.Unknown),
            (IReadOnlyList<object?> list, long at) when at >= 0 && at < list.Count => list[(int)at],
            _ => CelValue.Unknown,
        };

    private object? Operator(CelOperator op)
    {
        var first = Of(op.Operands[0]);
        switch (op.Sign)
        {
            case "?:":
                return first is bool condition ? Of(op.Operands[condition ? 1 : 2]) : CelValue.Unknown;
            case "!":
                return first is bool truth ? !truth : CelValue.Unknown;
            case "-" when op.Operands.Count == 1:
                return first switch
                {
                    long whole and not long.MinValue => -whole,
                    double real => -real,
                    _ => CelValue.Unknown,
                };
        }

        var second = Of(op.Operands[1]);
        var decides = op.Sign == "||";
        return op.Sign switch
        {
            "&&" or "||" => first is bool a && a == decides || second is bool b && b == decides ? decides
            : first is bool && second is bool ? !decides
            : CelValue.Unknown,
            "==" or "!=" => CelEquality.Of(first, second) is bool same ? same == (op.Sign == "==") : CelValue.Unknown,
            "in" => In(first, second),
            _ => CelArithmetic.Of(op.Sign, first, second),
        };
    }

    private static object In(object? item, object? of) =>
        (item, of) switch
        {
            (CelValue, _) => CelValue.Unknown,
            // A key that is not there may be added.
            (string key, IReadOnlyDictionary<string, object?> map) => map.ContainsKey(key) ? true : CelValue.Unknown,
            (_, IReadOnlyList<object?> list) when list.Any(i => CelEquality.Of(item, i) is true) => true,
            (_, IReadOnlyList<object?> list) when list.All(i => CelEquality.Of(item, i) is false) => false,
            _ => CelValue.Unknown,
        };

    private object? Call(CelCall call)
    {
        if (call is { Function: "has", Target: null, Arguments: [CelSelect field] })
        {
            return Item(Of(field.Target), field.Field) is CelValue ? CelValue.Unknown : true;
        }

        var target = call.Target is null ? null : Of(call.Target);
        if (
            call is { Function: "all" or "exists", Arguments: [CelName variable, var body] }
            && target is IReadOnlyList<object?> list
        )
        {
            return Quantified(list, variable.Name, body, decides: call.Function == "exists");
        }

        if (CelFunctions.Comprehensions.ContainsKey(call.Function))
        {
            return CelValue.Unknown;
        }

        var arguments = call.Arguments.Select(Of).ToList();
        return (call.Function, target, arguments) switch
        {
            ("size", null, [string text]) => Length(text),
            ("size", null, [IReadOnlyList<object?> items]) => (long)items.Count,
            ("size", string text, []) => Length(text),
            ("size", IReadOnlyList<object?> items, []) => (long)items.Count,
            ("contains", string text, [string part]) => text.Contains(part, StringComparison.Ordinal),
            ("startsWith", string text, [string part]) => text.StartsWith(part, StringComparison.Ordinal),
            ("endsWith", string text, [string part]) => text.EndsWith(part, StringComparison.Ordinal),
            ("string", null, [string text]) => text,
            ("dyn", null, [var value]) => value,
            _ => CelValue.Unknown,
        };
    }

    private static long Length(string text) => text.EnumerateRunes().Count();

    private object Quantified(IReadOnlyList<object?> items, string variable, CelNode body, bool decides)
    {
        var isKnown = true;
        foreach (var item in items)
        {
            if (++rounds > MaxRounds)
            {
                return CelValue.Unknown;
            }

            bound.Add((variable, item));
            var value = Of(body);
            bound.RemoveAt(bound.Count - 1);
            if (value is bool truth && truth == decides)
            {
                return decides;
            }

            isKnown &= value is bool;
        }

        return isKnown ? !decides : CelValue.Unknown;
    }
}
