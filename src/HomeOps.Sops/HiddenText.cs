using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>
/// Keeps plaintext out of findings. Printing a finding shows the line it is about, which in a plaintext file is a secret; the message of
/// a YAML finding can name part of a value.
/// </summary>
internal static class HiddenText
{
    private const string Shown = "(not shown)";

    /// <summary>The same line and column of a text that shows nothing.</summary>
    public static Location At(Location location)
    {
        var start = location.Start;
        var text = new string('\n', start.Line - 1) + new string(' ', start.Column - 1) + Shown;
        return new SourceText(location.Path, text).At(text.Length - Shown.Length, Shown.Length);
    }

    /// <summary>The failure of reading a plaintext, with nothing of it left.</summary>
    public static SopsException Of(SopsException exception)
    {
        var diagnostic = exception.Diagnostic;
        var location = diagnostic.Location is { Source.Text.Length: > 0 } shown ? At(shown) : diagnostic.Location;
        return new SopsException(
            exception.Failure,
            diagnostic.Code.StartsWith("HO02", StringComparison.Ordinal)
                ? SopsDiagnostics.MalformedPlaintext(diagnostic.Code, location ?? Location.OfFile(""))
                : diagnostic with
                {
                    Location = location,
                }
        );
    }
}
