using HomeOps.Schema;
using HomeOps.Text;

namespace HomeOps.Flux;

// Findings about expressions in CEL.
internal static partial class FluxDiagnostics
{
    public static Diagnostic BadExpression(string what, string reason, Location at) =>
        Error("HO1670", $"{what} is no CEL expression: {reason}", at);

    public static Diagnostic NoCelVariable(
        string what,
        CelProblem problem,
        IReadOnlyCollection<string> known,
        Location at
    ) =>
        Error(
            "HO1671",
            $"{what} is wrong: {problem.Reason}",
            at,
            problem.Meant is null ? $"there are {string.Join(" and ", known)}" : $"did you mean '{problem.Meant}'?"
        );

    public static Diagnostic NotATruthValue(string what, Location at) =>
        Error(
            "HO1672",
            $"{what} is no condition: its value is neither true nor false",
            at,
            "compare it with something"
        );

    public static Diagnostic NeverReady(string name, Location at) =>
        Error(
            "HO1673",
            $"readyExpr of {name} is false whatever the cluster says: Flux waits for ever",
            at,
            "a condition about 'dep.status' can become true"
        );

    public static Diagnostic NoCelFunction(string what, CelProblem problem, Location at) =>
        Diagnostic.Warning(
            "HO1674",
            $"{what} may be wrong: {problem.Reason}",
            at,
            problem.Meant is null ? "see which functions CEL has" : $"did you mean '{problem.Meant}'?"
        );

    public static Diagnostic NoCelField(string variable, string field, string[] known, Location at) =>
        Diagnostic.Warning(
            "HO1675",
            $"'{variable}' has no '{field}'",
            at,
            Spelling.Nearest(field, known) is { } meant
                ? $"did you mean '{meant}'?"
                : $"objects have {string.Join(", ", known)}"
        );
}
