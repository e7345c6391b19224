using System.Text;
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
        var text = value.AsText ?? PyText.Str(Lookup.GetAttribute(context, value, "splitlines"));
        var separator = bound[2].IsNone
            ? context.NewlineSequence
            : Arguments.Text(bound[2], "wrapstring must be a str, not ");
        var width = Arguments.Index(bound[0]);
        var (breakWords, breakHyphens) = (Truth.Of(bound[1]), Truth.Of(bound[3]));
        var lines = SplitMethods.Lines(text);
        if (lines.Count > 0 && width <= 0)
        {
            throw JinjaException.Value($"invalid width {width} (must be > 0)");
        }
        var into = new StringBuilder(text.Length + 16);
        for (var i = 0; i < lines.Count; i++)
        {
            into.Append(i == 0 ? "" : separator)
                .AppendJoin(separator, TextWrap.Wrap(lines[i], width, breakWords, breakHyphens));
            Sequences.CheckText(context, into.Length);
        }
        return into.ToString();
    }
}
