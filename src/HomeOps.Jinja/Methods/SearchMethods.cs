using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.find, count, startswith, replace and their siblings. Positions are code points.</summary>
internal static class SearchMethods
{
    public static Value Find(EvaluationContext context, Value self, CallArguments arguments) =>
        Position(self, arguments, "find", last: false);

    public static Value LastFind(EvaluationContext context, Value self, CallArguments arguments) =>
        Position(self, arguments, "rfind", last: true);

    public static Value Index(EvaluationContext context, Value self, CallArguments arguments) =>
        Found(Position(self, arguments, "index", last: false));

    public static Value LastIndex(EvaluationContext context, Value self, CallArguments arguments) =>
        Found(Position(self, arguments, "rindex", last: true));

    public static Value Count(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "count", 1, 3, isOld: true);
        var (text, _, reachable) = Cut(self.AsText ?? "", arguments);
        var part = Arguments.Text(arguments.At(0), "must be str, not ");
        if (part.Length == 0)
        {
            return reachable ? CodePoints.Count(text) + 1 : 0;
        }
        long count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; count++)
        {
            text = text[(at + part.Length)..];
            at = text.IndexOf(part, StringComparison.Ordinal);
        }
        return count;
    }

    public static Value StartsWith(EvaluationContext context, Value self, CallArguments arguments) =>
        Affix(self, arguments, "startswith", static (text, part) => text.StartsWith(part, StringComparison.Ordinal));

    public static Value EndsWith(EvaluationContext context, Value self, CallArguments arguments) =>
        Affix(self, arguments, "endswith", static (text, part) => text.EndsWith(part, StringComparison.Ordinal));

    public static Value RemovePrefix(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "removeprefix", 1, 1);
        var text = self.AsText ?? "";
        var part = Arguments.NamedText(arguments.At(0), "removeprefix() argument must be str, not ");
        return StringMethods.Like(self, text.StartsWith(part, StringComparison.Ordinal) ? text[part.Length..] : text);
    }

    public static Value RemoveSuffix(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "removesuffix", 1, 1);
        var text = self.AsText ?? "";
        var part = Arguments.NamedText(arguments.At(0), "removesuffix() argument must be str, not ");
        return StringMethods.Like(self, text.EndsWith(part, StringComparison.Ordinal) ? text[..^part.Length] : text);
    }

    public static Value Replace(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "replace", 2, 3);
        var old = Arguments.NamedText(arguments.At(0), "replace() argument 1 must be str, not ");
        var with = StringMethods.Into(
            self,
            arguments.At(1),
            static with => Arguments.NamedText(with, "replace() argument 2 must be str, not ")
        );
        var times = Arguments.Size(arguments.At(2), -1);
        return StringMethods.Like(self, Replacement.Of(context, self.AsText ?? "", old, with, times));
    }

    private static Value Found(Value position) =>
        position.AsInt64 < 0 ? throw JinjaException.Value("substring not found") : position;

    private static Value Position(Value self, CallArguments arguments, string name, bool last)
    {
        arguments.Expect(self, name, 1, 3, isOld: true);
        var (text, start, reachable) = Cut(self.AsText ?? "", arguments);
        var part = Arguments.Text(arguments.At(0), "must be str, not ");
        if (!reachable)
        {
            return -1;
        }
        var at = last
            ? (part.Length == 0 ? text.Length : text.LastIndexOf(part, StringComparison.Ordinal))
            : text.IndexOf(part, StringComparison.Ordinal);
        return at < 0 ? -1 : start + CodePoints.Count(text.AsSpan(0, at));
    }

    private static Value Affix(Value self, CallArguments arguments, string name, Func<string, string, bool> holds)
    {
        arguments.Expect(self, name, 1, 3, isOld: true);
        var wanted = arguments.At(0);
        var (text, _, reachable) = Cut(self.AsText ?? "", arguments);
        if (wanted.As<PyTuple>() is not { } tuple)
        {
            var part = Arguments.Text(wanted, $"{name} first arg must be str or a tuple of str, not ");
            return reachable && holds(text, part);
        }
        foreach (var item in tuple.Items)
        {
            var part = Arguments.Text(item, $"tuple for {name} must only contain str, not ");
            if (reachable && holds(text, part))
            {
                return true;
            }
        }
        return false;
    }

    // The part of the text between start and end; a start past the end (or past the text) matches nothing, not even "".
    private static (string Text, int Start, bool Reachable) Cut(string text, CallArguments arguments)
    {
        if (arguments.PositionalCount < 2)
        {
            return (text, 0, true);
        }
        var (start, end) = Arguments.Window(arguments.At(1), arguments.At(2), CodePoints.Count(text));
        return start > end
            ? ("", start, false)
            : (text[CodePoints.Offset(text, start)..CodePoints.Offset(text, end)], start, true);
    }
}
