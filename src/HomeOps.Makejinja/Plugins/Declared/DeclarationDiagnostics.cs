using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>The findings about homeops.toml.</summary>
internal static class DeclarationDiagnostics
{
    public static Diagnostic UnknownTable(string name, Location at) =>
        Diagnostic.Error(
            "HO0430",
            $"homeops.toml has no table '{name}'",
            at,
            "declare functions in [functions.NAME] and filters in [filters.NAME]"
        );

    public static Diagnostic UnknownKey(string name, Location at, string? nearest) =>
        Diagnostic.Error(
            "HO0431",
            $"a declaration has no key '{name}'",
            at,
            nearest is null ? "the keys are value, file, field, expression and arguments" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic WantsOneSource(string name, Location at) =>
        Diagnostic.Error(
            "HO0432",
            $"'{name}' must say one of value, file (and field), or expression",
            at,
            $"for example: {Snippet(name, isFilter: false)}"
        );

    public static Diagnostic WantsText(string name, string key, Location at) =>
        Diagnostic.Error("HO0433", $"'{key}' of '{name}' must be a text that is not empty", at);

    public static Diagnostic BadArguments(string name, Location at) =>
        Diagnostic.Error(
            "HO0434",
            $"the arguments of '{name}' must be a list of at most six different names",
            at,
            "the first argument of a filter is the filtered value"
        );

    public static Diagnostic BadExpression(string name, string message, Location at) =>
        Diagnostic.Error("HO0435", $"the expression of '{name}' is wrong: {message}", at);

    /// <summary>A line of homeops.toml that would declare a name.</summary>
    public static string Snippet(string name, bool isFilter) =>
        isFilter
            ? $"filters.{name} = {{ arguments = [\"value\"], expression = \"value|upper\" }}"
            : $"functions.{name} = {{ file = \"{name}.txt\" }}";
}
