using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.upper and its siblings.</summary>
internal static class CaseMethods
{
    public static Value Upper(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "upper", UnicodeCase.Upper);

    public static Value Lower(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "lower", UnicodeCase.Lower);

    public static Value Title(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "title", UnicodeCase.Title);

    public static Value Capitalize(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "capitalize", UnicodeCase.Capitalize);

    public static Value SwapCase(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "swapcase", UnicodeCase.SwapCase);

    public static Value CaseFold(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "casefold", UnicodeCase.Fold);

    private static Value Map(Value self, CallArguments arguments, string name, Func<string, string> map)
    {
        arguments.Expect(self, name, 0, 0);
        return StringMethods.Like(self, map(self.AsText ?? ""));
    }
}
