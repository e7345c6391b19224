using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// SECRET. The values of all Secrets of a tree, so that no finding shows one: a host name in a message may hold a value that was
/// substituted.
/// </summary>
internal sealed class SecretTexts
{
    private readonly List<(string Value, string Shown)> values;

    public SecretTexts(AppliedObjects objects)
    {
        var secrets = objects.Cluster.Secrets;
        foreach (var (o, _) in objects.All.Where(static a => a.Object is { Kind: "Secret", ApiVersion: "v1" }))
        {
            secrets.Add(o);
        }

        // A value may be a part of another.
        values =
        [
            .. secrets
                .All.OrderByDescending(static s => s.Key.Length)
                .ThenBy(static s => s.Key, StringComparer.Ordinal)
                .Select(static s => (s.Key, Placeholder.Of(s.Value, PlaceholderStyle.Marked))),
        ];
    }

    /// <summary>The report with placeholders in place of values.</summary>
    public FluxTestReport Hide(FluxTestReport report) =>
        values.Count == 0
            ? report
            : new FluxTestReport(
                [
                    .. report.Rows.Select(r =>
                        r with
                        {
                            Key = r.Key with { Namespace = Hide(r.Key.Namespace), Name = Hide(r.Key.Name) },
                            Reason = r.Reason is null ? null : Hide(r.Reason),
                            Diagnostics = [.. r.Diagnostics.Select(Hide)],
                        }
                    ),
                ],
                [.. report.OwnFindings.Select(Hide)]
            );

    private Diagnostic Hide(Diagnostic finding)
    {
        var (message, hint) = (Hide(finding.Message), finding.Hint is null ? null : Hide(finding.Hint));
        return message == finding.Message && hint == finding.Hint
            ? finding
            : finding with
            {
                Message = message,
                Hint = hint,
            };
    }

    private string Hide(string text)
    {
        foreach (var (value, shown) in values)
        {
            text = text.Replace(value, shown, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }
}
