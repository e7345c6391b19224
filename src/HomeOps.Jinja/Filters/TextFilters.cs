using HomeOps.Jinja.Formatting;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>center, format, replace, string, trim, wordcount.</summary>
internal static class TextFilters
{
    private static readonly Signature CenterSignature = new("do_center", ["width"], [80], hidden: 1);
    private static readonly Signature ReplaceSignature = new(
        "do_replace",
        ["old", "new", "count"],
        [Value.None],
        hidden: 2
    );
    private static readonly Signature TrimSignature = new("do_trim", ["chars"], [Value.None], hidden: 1);
    private static readonly Signature StringSignature = new("soft_str", [], [], hidden: 1);
    private static readonly Signature WordCountSignature = new("do_wordcount", [], [], hidden: 1);

    public static Value Center(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = CenterSignature.Bind(arguments);
        return StringMethods.Like(value, PaddingMethods.Center(context, PyText.Str(value), Arguments.Size(bound[0])));
    }

    public static Value Format(EvaluationContext context, Value value, CallArguments arguments)
    {
        if (arguments is { PositionalCount: > 0, KeywordCount: > 0 })
        {
            throw JinjaException.FilterArgument("can't handle positional and keyword arguments at the same time");
        }
        Value values = new PyTuple(arguments.Positional.ToArray());
        if (arguments.KeywordCount > 0)
        {
            var named = new PyDict(arguments.KeywordCount);
            DictMethods.Fill(context, named, arguments);
            values = named;
        }
        return PercentFormat.Apply(context, Soft(value), values);
    }

    public static Value Replace(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = ReplaceSignature.Bind(arguments);
        var (old, with) = (bound[0], bound[1]);
        if (!context.Autoescape)
        {
            return Replacement.Of(context, PyText.Str(value), PyText.Str(old), PyText.Str(with), Count());
        }
        var safe =
            old.AsObject?.Html() is not null
            || (with.AsObject?.Html() is not null && value.AsObject?.Html() is null)
            || value.Kind == ValueKind.Markup;
        var text = safe ? Escaping.Escape(value) : PyText.Str(value);
        var replacement = safe ? Escaping.Escape(with) : PyText.Str(with);
        var result = Replacement.Of(context, text, PyText.Str(old), replacement, Count());
        return safe ? Value.Markup(result) : result;

        // Looked at last, as Python does.
        long Count() => bound[2].IsNone ? -1 : Arguments.Size(bound[2]);
    }

    public static Value String(EvaluationContext context, Value value, CallArguments arguments)
    {
        StringSignature.Bind(arguments);
        return Soft(value);
    }

    public static Value Trim(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = TrimSignature.Bind(arguments);
        return PaddingMethods.Strip(Soft(value), bound[0], "strip", start: true, end: true);
    }

    public static Value WordCount(EvaluationContext context, Value value, CallArguments arguments)
    {
        WordCountSignature.Bind(arguments);
        long count = 0;
        var inWord = false;
        foreach (var rune in PyText.Str(value).EnumerateRunes())
        {
            var isWord = UnicodeClass.IsWord(rune);
            count += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }
        return count;
    }

    /// <summary>str() that leaves safe text safe (markupsafe.soft_str).</summary>
    public static Value Soft(Value value) => value.IsText ? value : PyText.Str(value);
}
