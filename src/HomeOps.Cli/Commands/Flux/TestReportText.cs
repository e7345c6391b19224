using System.Globalization;
using HomeOps.Flux;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>
/// Prints a test for people: a row for each object, the findings with their lines below, the counts last, where a CI log ends.
/// </summary>
internal sealed class TestReportText(Terminal terminal)
{
    /// <summary>Prints rows and counts on standard output, findings on the error stream.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isVerbose">Whether notes are printed too.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Write(FluxTestReport report, bool isVerbose, TimeSpan elapsed)
    {
        var names = report.Rows.Select(static r => $"{r.Key.Namespace}/{r.Key.Name}".Length).DefaultIfEmpty().Max();
        foreach (var row in report.Rows)
        {
            WriteRow(row, names);
        }

        terminal.Out.Flush();
        // A note that is the reason of a row was said there.
        var said = report.Rows.Select(static r => r.Reason).ToHashSet();
        var findings = report.Diagnostics.Where(d => d.Severity != Severity.Note || !said.Contains(d)).ToList();
        var shown = findings.FindAll(d => isVerbose || d.Severity != Severity.Note);
        if (shown.Count > 0 && report.Rows.Count > 0)
        {
            terminal.Error.WriteLine();
        }

        new FindingsPrinter(terminal).Print(shown);
        terminal.Error.Flush();
        if (shown.Count > 0 || report.Rows.Count > 0)
        {
            terminal.Out.WriteLine();
        }

        WriteCounts(report, findings, shown.Count, elapsed);
    }

    private void WriteRow(TestRow row, int width)
    {
        var (word, colour) = row.Verdict switch
        {
            TestVerdict.Pass => ("PASS", "32"),
            TestVerdict.Fail => ("FAIL", "1;31"),
            _ => ("SKIP", "33"),
        };
        var verdict = terminal.UsesColour ? $"\u001b[{colour}m{word}\u001b[0m" : word;
        var name = $"{row.Key.Namespace}/{row.Key.Name}";
        var at = row.Reason?.Location ?? row.At;
        var place =
            at.Source.Text.Length == 0 ? at.Path : $"{at.Path}:{at.Start.Line.ToString(CultureInfo.InvariantCulture)}";
        var errors = row.Diagnostics.Count(static d => d.Severity == Severity.Error);
        var more = errors > 1 ? $" (and {errors - 1} more)" : "";
        var reason = row.Reason is { } r ? $": {r.Message}{more}" : "";
        terminal.Out.WriteLine($"{verdict}  {row.Key.Kind, -13}  {name.PadRight(width)}  {place}{reason}");
    }

    private void WriteCounts(FluxTestReport report, List<Diagnostic> findings, int shown, TimeSpan elapsed)
    {
        var counts =
            $"{report.Count(TestVerdict.Pass)} passed, {report.Count(TestVerdict.Fail)} failed, {report.Count(TestVerdict.Skip)} skipped";
        var outside = report.OwnFindings.Count(static d => d.Severity == Severity.Error);
        var warnings = findings.Count(static d => d.Severity == Severity.Warning);
        var notes = findings.Count - shown;
        terminal.Out.WriteLine(
            $"{counts}{Counted(outside, "error")}{Counted(warnings, "warning")}{(notes > 0 ? $"{Counted(notes, "note")} (-v)" : "")} in {elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)} s"
        );
        if (report.Rows.Any(static r => r.Key.Kind == "HelmRelease"))
        {
            terminal.Out.WriteLine(
                "Charts are not rendered yet: of HelmReleases the references and the merged values are checked."
            );
        }
    }

    private static string Counted(int count, string what) =>
        count == 0 ? "" : $", {count} {what}{(count == 1 ? "" : "s")}";
}
