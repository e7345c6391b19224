using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>wordwrap(width=79, break_long_words=True, wrapstring=newline, break_on_hyphens=True): Python's textwrap on each line.</summary>
internal static class WordWrapFilter
{
    private static readonly Signature Signature = new(
        "do_wordwrap",
        ["width", "break_long_words", "wrapstring", "break_on_hyphens"],
        [79, true, Value.None, true],
        hidden: 2
    );

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        var separator = bound[2].IsNone ? context.NewlineSequence : bound[2];
        var join = Lookup.GetAttribute(context, separator, "join");
        var text = value.AsText ?? PyText.Str(Lookup.CallAttribute(context, value, "splitlines"));
        var lines = SplitMethods
            .Lines(text)
            .ConvertAll(line => Joined(TextWrap.Wrap(line, Width(context, bound[0]), bound[1], bound[3])));
        return context.Call(join, CallArguments.Of(new PyList(lines)));

        Value Joined(List<string> parts) =>
            context.Call(join, CallArguments.Of(new PyList(parts.ConvertAll(static p => (Value)p))));
    }

    private static WrapWidth Width(EvaluationContext context, Value width)
    {
        // A width that is no number wraps nothing in Python, without end.
        if (
            Comparison.Evaluate(context, ComparisonOperator.LessOrEqual, width, 0)
            || (width.Kind == ValueKind.Float && double.IsNaN(width.AsDouble))
        )
        {
            throw JinjaException.Value($"invalid width {PyText.Repr(width)} (must be > 0)");
        }

        return width.Kind == ValueKind.Float
            ? new WrapWidth((long)Math.Min(Math.Floor(width.AsDouble), int.MaxValue), CanCut: width.AsDouble < 1)
            : new WrapWidth(Arguments.Index(width), CanCut: true);
    }
}
