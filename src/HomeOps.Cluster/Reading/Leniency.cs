using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// How findings are weighed in a repository that renders by templates of its own: what its templates may mean otherwise is
/// worth a warning, and stops nothing.
/// </summary>
internal static class Leniency
{
    /// <summary>The findings with errors turned into warnings.</summary>
    public static IEnumerable<Diagnostic> AsWarnings(IEnumerable<Diagnostic> findings) =>
        findings.Select(static f => f.Severity == Severity.Error ? f with { Severity = Severity.Warning } : f);
}
