using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>What rules found, by the Kustomization or HelmRelease it belongs to.</summary>
internal sealed class RuleFindings
{
    private readonly Dictionary<ObjectKey, List<Diagnostic>> byRow = [];

    public void Add(ObjectKey row, Diagnostic finding)
    {
        if (!byRow.TryGetValue(row, out var own))
        {
            byRow[row] = own = [];
        }

        own.Add(finding);
    }

    public IReadOnlyList<Diagnostic> Of(ObjectKey row) => byRow.GetValueOrDefault(row) ?? [];

    /// <summary>Whether a rule says at the same place, as an error, what the build only warns of.</summary>
    public bool Replaces(ObjectKey row, Diagnostic warning) =>
        warning.Severity == Severity.Warning && Of(row).Any(d => d.Code == "HO1613" && d.Location == warning.Location);
}
