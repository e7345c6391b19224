using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>The result of a test of a whole tree.</summary>
/// <param name="Rows">A row for each Kustomization, then one for each HelmRelease, ordered by namespace and name.</param>
/// <param name="OwnFindings">Findings that belong to none of them.</param>
public sealed record FluxTestReport(IReadOnlyList<TestRow> Rows, IReadOnlyList<Diagnostic> OwnFindings)
{
    /// <summary>All findings once each, ordered by file and place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics
    {
        get
        {
            var all = new HashSet<Diagnostic>(OwnFindings);
            all.UnionWith(Rows.SelectMany(static r => r.Diagnostics));
            return
            [
                .. all.OrderBy(static d => d.Location?.Path ?? "", StringComparer.Ordinal)
                    .ThenBy(static d => d.Location?.Span.Start ?? 0)
                    .ThenBy(static d => d.Code, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Whether a row failed or a finding that belongs to none is an error.</summary>
    public bool HasFailed =>
        Rows.Any(static r => r.Verdict == TestVerdict.Fail)
        || OwnFindings.Any(static d => d.Severity == Severity.Error);

    /// <summary>How many rows have a verdict.</summary>
    public int Count(TestVerdict verdict) => Rows.Count(r => r.Verdict == verdict);

    /// <summary>The report on some of the rows.</summary>
    public FluxTestReport Only(Func<TestRow, bool> isWanted) => this with { Rows = [.. Rows.Where(isWanted)] };
}
