namespace HomeOps.Text;

/// <summary>One finding: what is wrong, where, and what to do about it.</summary>
/// <param name="Code">Stable code, <c>HO</c> and four digits; docs/diagnostics.md lists them.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence that names the thing and the value. Never holds a secret.</param>
/// <param name="Location">The place, or null when no file is concerned.</param>
/// <param name="Hint">What to do, or null when the message says it all.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    string Message,
    Location? Location = null,
    string? Hint = null
)
{
    /// <summary>
    /// More to look at than one line of a file, such as a difference: lines separated by <c>\n</c>, printed below the place. Never holds a
    /// secret.
    /// </summary>
    public string? Details { get; init; }

    /// <summary>An error.</summary>
    public static Diagnostic Error(string code, string message, Location? location = null, string? hint = null) =>
        new(code, Severity.Error, message, location, hint);

    /// <summary>A warning.</summary>
    public static Diagnostic Warning(string code, string message, Location? location = null, string? hint = null) =>
        new(code, Severity.Warning, message, location, hint);

    /// <summary>A note.</summary>
    public static Diagnostic Note(string code, string message, Location? location = null, string? hint = null) =>
        new(code, Severity.Note, message, location, hint);

    /// <summary><c>path:line:column: error HO0000: message</c>, the form editors and CI logs understand.</summary>
    public override string ToString() =>
        $"{(Location is null ? "" : Location + ": ")}{DiagnosticPrinter.Word(Severity)} {Code}: {Message}";
}
