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
        var length = Arguments.Index(bound[0]);
        var end = bound[2];
        var endLength = Iteration.Length(end);
        var leeway = bound[3].IsNone ? 5 : Arguments.Index(bound[3]);
        if (length < endLength)
        {
            throw new JinjaException(JinjaErrorKind.PythonAssertion, $"expected length >= {endLength}, got {length}");
        }
        if (leeway < 0)
        {
            throw new JinjaException(JinjaErrorKind.PythonAssertion, $"expected leeway >= 0, got {leeway}");
        }
        if (Iteration.Length(value) <= length + leeway)
        {
            return value;
        }
        var head = Lookup.Slice(context, value, default, length - endLength, default);
        if (!Truth.Of(bound[1]))
        {
            var text = Arguments.Text(head, "truncate needs a str, not ");
            var space = text.LastIndexOf(' ');
            head = StringMethods.Like(head, space < 0 ? text : text[..space]);
        }
        return Arithmetic.Add(context, head, end);
    }
}
