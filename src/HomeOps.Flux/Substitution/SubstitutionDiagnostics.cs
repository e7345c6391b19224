using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>All findings about substitutions.</summary>
internal static class SubstitutionDiagnostics
{
    private const string Escape = "write '$${' for a text that is to stay as it is";

    public static Diagnostic BadSubstitution(Location at) =>
        Diagnostic.Error("HO0901", "this substitution is not valid", at, Escape);

    public static Diagnostic MissingBrace(Location at) =>
        Diagnostic.Error("HO0902", "this substitution has no closing '}' where one is needed", at, Escape);

    public static Diagnostic BadName(Location at) =>
        Diagnostic.Error("HO0903", "no name of a variable stands behind '${'", at, Escape);

    public static Diagnostic BadArgument(Location at) =>
        Diagnostic.Error("HO0904", "an argument of this substitution is missing", at, Escape);

    public static Diagnostic NotSet(string name, Location at) =>
        Diagnostic.Error(
            "HO0905",
            $"variable '{name}' is not set",
            at,
            $"set it in postBuild, give it a default with '${{{name}:=...}}', or write '$${{' to keep the text"
        );

    public static Diagnostic TooLarge(Location at) =>
        Diagnostic.Error(
            "HO1696",
            $"the values substituted here make the object longer than {SubstitutionBudget.MaxLength >> 20} MiB, or take too long to work out",
            at,
            "use shorter values, and patterns without '*' for long ones"
        );
}
