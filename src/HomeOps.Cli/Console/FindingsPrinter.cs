using HomeOps.Text;

namespace HomeOps.Cli;

/// <summary>Prints findings on the error stream and turns them into an exit code.</summary>
internal sealed class FindingsPrinter(Terminal terminal)
{
    private readonly HashSet<Diagnostic> printed = [];

    /// <summary>Prints those it has not printed yet; returns 1 when one is an error, else 0.</summary>
    public int Print(IReadOnlyCollection<Diagnostic> findings)
    {
        foreach (var finding in findings.Where(printed.Add))
        {
            DiagnosticPrinter.Print(terminal.Error, finding, terminal.UsesColour);
        }

        return findings.Any(static f => f.Severity == Severity.Error) ? ExitCode.Failed : ExitCode.Done;
    }
}
