using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>truncate(length=255, killwords=False, end='...', leeway=5).</summary>
internal static class TruncateFilter
{
    private static readonly Signature Signature = new(
        "do_truncate",
        ["length", "killwords", "end", "leeway"],
        [255, false, "...", Value.None],
        hidden: 2
    );

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        var (length, end) = (bound[0], bound[2]);
        var endLength = Iteration.Length(end);
        var leeway = bound[3].IsNone ? 5 : bound[3];
        Require(context, "length", length, endLength);
        Require(context, "leeway", leeway, 0);
        var longest = Arithmetic.Add(context, length, leeway);
        if (Comparison.Evaluate(context, ComparisonOperator.LessOrEqual, Iteration.Length(value), longest))
        {
            return value;
        }
        var head = Lookup.Slice(context, value, default, Arithmetic.Subtract(context, length, endLength), default);
        if (!Truth.Of(bound[1]))
        {
            var text = Arguments.Text(head, "truncate needs a str, not ");
            var space = text.LastIndexOf(' ');
            head = StringMethods.Like(head, space < 0 ? text : text[..space]);
        }
        return Arithmetic.Add(context, head, end);
    }

    private static void Require(EvaluationContext context, string name, Value number, long least)
    {
        if (!Comparison.Evaluate(context, ComparisonOperator.GreaterOrEqual, number, least))
        {
            throw new JinjaException(
                JinjaErrorKind.PythonAssertion,
                $"expected {name} >= {least}, got {PyText.Str(number)}"
            );
        }
    }
}
