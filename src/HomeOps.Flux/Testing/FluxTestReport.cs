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
            var all = new DiagnosticBag();
            all.AddRange(OwnFindings);
            all.AddRange(Rows.SelectMany(static r => r.Diagnostics));
            return SharedPlaces.Once(all.Ordered());
        }
    }

    /// <summary>The findings that are errors.</summary>
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(static d => d.Severity == Severity.Error);

    /// <summary>
    /// Whether a row failed, or is skipped for an error of what applies it, or a finding that belongs to none is an error.
    /// </summary>
    public bool HasFailed =>
        Rows.Any(static r => r.HasFailed) || OwnFindings.Any(static d => d.Severity == Severity.Error);

    /// <summary>How many rows have a verdict.</summary>
    public int Count(TestVerdict verdict) => Rows.Count(r => r.Verdict == verdict);

    /// <summary>The report on some of the rows.</summary>
    /// <param name="isOfKind">Whether a row's kind is asked for.</param>
    /// <param name="isInNamespace">Whether a row's namespace is asked for.</param>
    /// <remarks>When what applies them fails so that no row of the kind is known, the rows that failed are shown instead.</remarks>
    public FluxTestReport Only(Func<TestRow, bool> isOfKind, Func<TestRow, bool> isInNamespace)
    {
        var inNamespace = Rows.Where(isInNamespace).ToList();
        var wanted = inNamespace.FindAll(r => isOfKind(r));
        return this with { Rows = wanted.Count > 0 ? wanted : inNamespace.FindAll(static r => r.HasFailed) };
    }
}
