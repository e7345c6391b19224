using System.Collections;

namespace HomeOps.Text;

/// <summary>Collects findings, so that all of them can be shown at once.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> items = [];
    private readonly HashSet<Diagnostic> known = [];

    /// <inheritdoc />
    public int Count => items.Count;

    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => items.Exists(static d => d.Severity == Severity.Error);

    /// <summary>Adds a finding unless the same one is there already.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (known.Add(diagnostic))
        {
            items.Add(diagnostic);
        }
    }

    /// <summary>Adds several findings.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The findings ordered by file, then place; those without a file first.</summary>
    public IReadOnlyList<Diagnostic> Ordered() =>
        [
            .. items
                .OrderBy(static d => d.Location?.Path ?? string.Empty, StringComparer.Ordinal)
                .ThenBy(static d => d.Location?.Span.Start ?? 0)
                .ThenBy(static d => d.Code, StringComparer.Ordinal),
        ];

    /// <inheritdoc />
    public IEnumerator<Diagnostic> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
