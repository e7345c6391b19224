using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Findings about a file that several Kustomizations build, a component with a Secret as a rule: each says the same of it for its own
/// namespace.
/// </summary>
public static class SharedPlaces
{
    private static readonly string[] Codes = ["HO0922", "HO0924", "HO1600", "HO1668", "HO1669"];

    /// <summary>The findings with the first of those that are about the same place, which says how many there are.</summary>
    public static IReadOnlyList<Diagnostic> Once(IEnumerable<Diagnostic> findings)
    {
        var result = new List<Diagnostic>();
        foreach (var same in findings.GroupBy(KeyOf))
        {
            var first = same.First();
            var more = same.Count() - 1;
            result.Add(
                more == 0 || same.Key.Code is null
                    ? first
                    : first with
                    {
                        Message = $"{first.Message} (and the same in {more} more namespace{(more == 1 ? "" : "s")})",
                    }
            );
        }

        return result;
    }

    // A finding of another kind is alone in its group.
    private static (string? Code, string Place, Diagnostic? Itself) KeyOf(Diagnostic finding) =>
        finding.Location is { } at && Codes.Contains(finding.Code)
            ? (finding.Code, at.ToString(), null)
            : (null, "", finding);
}
