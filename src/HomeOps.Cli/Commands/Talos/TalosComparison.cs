using HomeOps.Files;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary>How the generated files differ from those on disk, as lines; secrets are never among them.</summary>
internal sealed class TalosComparison(TalosProject project, GenConfigResult result, FileSetPlan? plan = null)
{
    private readonly IReadOnlyList<ConfigDifference> differences =
    [
        .. ConfigComparison.Between(result, project.Tree),
        .. (plan?.Changes ?? [])
            .Where(static c => c.Kind == FileChangeKind.Removed)
            .Select(static c => new ConfigDifference(c.Path, ConfigDifferenceKind.Removed, [])),
    ];

    private readonly HashSet<string> conflicts = (plan?.Changes ?? [])
        .Where(static c => c.Kind == FileChangeKind.Conflict)
        .Select(static c => c.Path)
        .ToHashSet(StringComparer.Ordinal);

    public bool IsDifferent => differences.Count > 0;

    public void Print(TextWriter output, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            WriteJson(output);
            return;
        }

        foreach (var difference in differences)
        {
            Print(output, difference);
        }

        output.WriteLine(
            differences.Count == 0 ? "nothing differs"
            : differences.Count == 1 ? "1 file differs"
            : $"{differences.Count} files differ"
        );
        if (conflicts.Count > 0)
        {
            output.WriteLine(
                $"edited by hand, or made by another program: {conflicts.Count}; genconfig wants --force or --keep"
            );
        }
    }

    /// <summary>The differences of those files that are not overwritten without being asked to.</summary>
    public void PrintConflicts(TextWriter output)
    {
        foreach (var difference in differences.Where(d => conflicts.Contains(TreePath.Name(d.Path))))
        {
            Print(output, difference);
        }
    }

    private void Print(TextWriter output, ConfigDifference difference)
    {
        output.WriteLine($"{Word(difference), -8} {Shown(difference)}");
        foreach (var line in difference.Lines)
        {
            output.WriteLine(line);
        }
    }

    private void WriteJson(TextWriter output) =>
        JsonReport.Write(
            output,
            json =>
            {
                json.WriteStartArray("files");
                foreach (var difference in differences)
                {
                    json.WriteStartObject();
                    json.WriteString("path", Shown(difference));
                    json.WriteString("change", Word(difference));
                    json.WriteStartArray("lines");
                    foreach (var line in difference.Lines)
                    {
                        json.WriteStringValue(line);
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonReport.Findings(json, result.Diagnostics);
            }
        );

    private string Shown(ConfigDifference difference) => project.ShownOutput(TreePath.Name(difference.Path));

    private static string Word(ConfigDifference difference) => difference.Kind.ToString().ToLowerInvariant();
}
