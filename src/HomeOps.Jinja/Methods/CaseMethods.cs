using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.upper and its siblings.</summary>
internal static class CaseMethods
{
    public static Value Upper(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "str.upper", UnicodeCase.Upper);

    public static Value Lower(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "str.lower", UnicodeCase.Lower);

    public static Value Title(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "str.title", UnicodeCase.Title);

    public static Value Capitalize(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "str.capitalize", UnicodeCase.Capitalize);

    public static Value SwapCase(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "str.swapcase", UnicodeCase.SwapCase);

    public static Value CaseFold(EvaluationContext context, Value self, CallArguments arguments) =>
        Map(self, arguments, "str.casefold", UnicodeCase.Fold);

    private static Value Map(Value self, CallArguments arguments, string name, Func<string, string> map)
    {
        arguments.Expect(name, 0, 0);
        return StringMethods.Like(self, map(self.AsText ?? ""));
    }
}
