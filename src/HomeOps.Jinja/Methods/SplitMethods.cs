using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.split, splitlines, partition, join.</summary>
internal static class SplitMethods
{
    private static readonly BuiltinSignature SplitSignature = new("split", ["sep", "maxsplit"], [Value.None, -1]);
    private static readonly BuiltinSignature LastSplitSignature = new("rsplit", ["sep", "maxsplit"], [Value.None, -1]);
    private static readonly BuiltinSignature LinesSignature = new("splitlines", ["keepends"], [false]);

    public static Value Split(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = SplitSignature.Bind(arguments);
        var text = self.AsText ?? "";
        var limit = Arguments.Size(bound[1]);
        if (bound[0].IsNone)
        {
            return ListOf(self, Words.Split(text, limit));
        }
        var separator = Separator(Arguments.Text(bound[0], "must be str or None, not "));
        var parts = new List<string>();
        var from = 0;
        for (
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            at >= 0 && (limit < 0 || parts.Count < limit);
            at = text.IndexOf(separator, from, StringComparison.Ordinal)
        )
        {
            parts.Add(text[from..at]);
            from = at + separator.Length;
        }
        parts.Add(text[from..]);
        return ListOf(self, parts);
    }

    public static Value LastSplit(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = LastSplitSignature.Bind(arguments);
        var text = self.AsText ?? "";
        var limit = Arguments.Size(bound[1]);
        if (bound[0].IsNone)
        {
            return ListOf(self, Words.SplitLast(text, limit));
        }
        var separator = Separator(Arguments.Text(bound[0], "must be str or None, not "));
        var parts = new List<string>();
        while (limit < 0 || parts.Count < limit)
        {
            var at = text.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }
            parts.Add(text[(at + separator.Length)..]);
            text = text[..at];
        }
        parts.Add(text);
        parts.Reverse();
        return ListOf(self, parts);
    }

    public static Value SplitLines(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = LinesSignature.Bind(arguments);
        return ListOf(self, Lines(self.AsText ?? "", Truth.Of(bound[0])));
    }

    /// <summary>The lines of a text; every line end of str.splitlines counts, the last empty line does not.</summary>
    public static List<string> Lines(string text, bool keepEnds = false)
    {
        var lines = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ((>= '\n' and <= '\r') or (>= '\x1c' and <= '\x1e') or '\x85' or '\u2028' or '\u2029'))
            {
                continue;
            }
            var end = at;
            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                at++;
            }
            lines.Add(text[start..(keepEnds ? at + 1 : end)]);
            start = at + 1;
        }
        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }
        return lines;
    }

    public static Value Partition(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "partition", 1, 1);
        var text = self.AsText ?? "";
        var separator = Separator(Arguments.Text(arguments.At(0), "must be str, not "));
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0
            ? TupleOf(self, text, "", "")
            : TupleOf(self, text[..at], separator, text[(at + separator.Length)..]);
    }

    public static Value LastPartition(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "rpartition", 1, 1);
        var text = self.AsText ?? "";
        var separator = Separator(Arguments.Text(arguments.At(0), "must be str, not "));
        var at = text.LastIndexOf(separator, StringComparison.Ordinal);
        return at < 0
            ? TupleOf(self, "", "", text)
            : TupleOf(self, text[..at], separator, text[(at + separator.Length)..]);
    }

    public static Value Join(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "join", 1, 1);
        if (Iteration.Try(context, arguments.At(0)) is not { } items)
        {
            throw JinjaException.Type(
                self.Kind == ValueKind.Markup
                    ? $"'{TypeNames.Of(arguments.At(0))}' object is not iterable"
                    : "can only join an iterable"
            );
        }
        var separator = self.AsText ?? "";
        var into = new StringBuilder();
        for (var i = 0; items.MoveNext(out var item); i++)
        {
            into.Append(i == 0 ? "" : separator);
            into.Append(
                self.Kind == ValueKind.Markup
                    ? Escaping.Escape(item)
                    : item.AsText
                        ?? throw JinjaException.Type(
                            $"sequence item {i}: expected str instance, {TypeNames.Of(item)} found"
                        )
            );
            Sequences.CheckText(context, into.Length);
        }
        return StringMethods.Like(self, into.ToString());
    }

    private static string Separator(string separator) =>
        separator.Length == 0 ? throw JinjaException.Value("empty separator") : separator;

    private static Value ListOf(Value model, List<string> parts)
    {
        var items = new List<Value>(parts.Count);
        foreach (var part in parts)
        {
            items.Add(StringMethods.Like(model, part));
        }
        return new PyList(items);
    }

    private static Value TupleOf(Value model, string before, string separator, string after) =>
        new PyTuple([
            StringMethods.Like(model, before),
            StringMethods.Like(model, separator),
            StringMethods.Like(model, after),
        ]);
}
