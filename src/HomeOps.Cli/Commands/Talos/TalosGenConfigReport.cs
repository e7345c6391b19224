using HomeOps.Files;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>What <c>genconfig</c> did: each file that is new or other, and in how many words it can be said that none is.</summary>
internal sealed record TalosGenConfigReport(TalosProject Project, GenConfigResult Result)
{
    public FileSetPlan? Plan { get; init; }

    public bool IsWritten { get; init; }

    public IReadOnlyList<Diagnostic> WriteFindings { get; init; } = [];

    public bool ShowsPatches { get; init; }

    public int ExitCode =>
        IsWritten && !Result.HasErrors && WriteFindings.All(static f => f.Severity != Severity.Error)
            ? Cli.ExitCode.Done
            : Cli.ExitCode.Failed;

    public void Print(TextWriter output)
    {
        if (ShowsPatches)
        {
            output.Write(PatchReport.Text(Result.Nodes));
        }

        if (!IsWritten || Plan is not { } plan)
        {
            output.WriteLine("failed, nothing written");
            return;
        }

        foreach (var change in plan.Changes.Where(static c => c.Kind != FileChangeKind.Unchanged))
        {
            output.WriteLine($"{Word(change.Kind), -8} {Project.ShownOutput(change.Path)}");
        }

        var nodes = Result.Nodes.Count == 1 ? "1 node" : $"{Result.Nodes.Count} nodes";
        output.WriteLine(plan.HasChanges ? $"{nodes}, done" : $"{nodes}, nothing changed");
    }

    public void WriteJson(TextWriter output) =>
        JsonReport.Write(
            output,
            json =>
            {
                json.WriteBoolean("written", IsWritten);
                json.WriteStartArray("nodes");
                foreach (var node in Result.Nodes)
                {
                    json.WriteStartObject();
                    json.WriteString("hostname", node.Hostname);
                    json.WriteBoolean("controlPlane", node.IsControlPlane);
                    json.WriteString("file", Project.ShownOutput(node.FileName));
                    if (ShowsPatches)
                    {
                        TalosPatchesJson.Write(json, node.Patched);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("files");
                foreach (var change in Plan?.Changes ?? [])
                {
                    json.WriteStartObject();
                    json.WriteString("path", Project.ShownOutput(change.Path));
                    json.WriteString("change", Word(change.Kind));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonReport.Findings(json, Result.Diagnostics.Concat(WriteFindings));
            }
        );

    private static string Word(FileChangeKind kind) => kind.ToString().ToLowerInvariant();
}
