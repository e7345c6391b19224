using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>The findings of templates: one method for each kind of mistake.</summary>
public static class JinjaDiagnostics
{
    /// <summary>An error of a template as a finding: HO0301 syntax, HO0302 unknown filters and tests, HO0303 undefined, HO0304 not found, HO0305 to HO0313 the rest, as docs/diagnostics.md lists them.</summary>
    /// <param name="error">The error, with its place and hint.</param>
    public static Diagnostic Of(JinjaException error) =>
        error.Kind switch
        {
            JinjaErrorKind.Syntax or JinjaErrorKind.PythonSyntax => Syntax(error),
            JinjaErrorKind.Assertion => Refused(error),
            JinjaErrorKind.Undefined => Undefined(error),
            JinjaErrorKind.NotFound or JinjaErrorKind.NoneFound => NotFound(error),
            JinjaErrorKind.Type => WrongType(error),
            JinjaErrorKind.Value or JinjaErrorKind.FilterArgument or JinjaErrorKind.PythonAssertion => WrongValue(
                error
            ),
            JinjaErrorKind.Key or JinjaErrorKind.Index or JinjaErrorKind.Attribute => NoSuchElement(error),
            JinjaErrorKind.ZeroDivision or JinjaErrorKind.Overflow => Arithmetic(error),
            JinjaErrorKind.Recursion => TooDeep(error),
            JinjaErrorKind.Limit => TooMuch(error),
            JinjaErrorKind.Security => Unsafe(error),
            _ => Runtime(error),
        };

    private static Diagnostic Syntax(JinjaException error) =>
        Diagnostic.Error("HO0301", error.Message, error.Location, error.Hint);

    private static Diagnostic Refused(JinjaException error) =>
        Diagnostic.Error("HO0302", error.Message, error.Location, error.Hint);

    private static Diagnostic Undefined(JinjaException error) =>
        Diagnostic.Error("HO0303", error.Message, error.Location, error.Hint);

    private static Diagnostic NotFound(JinjaException error) =>
        Diagnostic.Error(
            "HO0304",
            error.Kind == JinjaErrorKind.NotFound ? $"there is no template '{error.Message}'" : error.Message,
            error.Location,
            error.Hint ?? "template names are relative to the template folder and use '/'"
        );

    private static Diagnostic Runtime(JinjaException error) =>
        Diagnostic.Error("HO0305", error.Message, error.Location, error.Hint);

    private static Diagnostic WrongType(JinjaException error) =>
        Diagnostic.Error("HO0306", error.Message, error.Location, error.Hint);

    private static Diagnostic WrongValue(JinjaException error) =>
        Diagnostic.Error("HO0307", error.Message, error.Location, error.Hint);

    private static Diagnostic NoSuchElement(JinjaException error) =>
        Diagnostic.Error("HO0308", $"no such element: {error.Message}", error.Location, error.Hint);

    private static Diagnostic Arithmetic(JinjaException error) =>
        Diagnostic.Error("HO0309", error.Message, error.Location, error.Hint);

    private static Diagnostic TooDeep(JinjaException error) =>
        Diagnostic.Error(
            "HO0310",
            error.Message,
            error.Location,
            error.Hint ?? "a macro, include or loop calls itself without end, or the template is nested too deeply"
        );

    private static Diagnostic TooMuch(JinjaException error) =>
        Diagnostic.Error("HO0311", error.Message, error.Location, error.Hint);

    private static Diagnostic Unsafe(JinjaException error) =>
        Diagnostic.Error(
            "HO0313",
            error.Message,
            error.Location,
            error.Hint ?? "templates cannot reach into the engine; use a filter or a plain attribute"
        );
}
