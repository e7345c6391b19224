using System.Text.Json;
using HomeOps.Cluster;

namespace HomeOps.Cli.Commands;

/// <summary>The report of a configure run, for programs.</summary>
internal static class ConfigureJson
{
    public static void Write(TextWriter output, ConfigureReport report) =>
        JsonReport.Write(
            output,
            json =>
            {
                json.WriteString("outcome", report.Outcome.ToString().ToLowerInvariant());
                json.WriteStartArray("nodes");
                foreach (var node in report.Model?.Nodes ?? [])
                {
                    json.WriteStartObject();
                    json.WriteString("name", node.Name);
                    json.WriteString("address", node.Address.ToString());
                    json.WriteBoolean("controller", node.Controller);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("files");
                foreach (var change in report.Plan?.Changes ?? [])
                {
                    json.WriteStartObject();
                    json.WriteString("path", change.Path);
                    json.WriteString("change", change.Kind.ToString().ToLowerInvariant());
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("differences");
                foreach (var difference in report.Differences)
                {
                    json.WriteStartObject();
                    json.WriteString("path", difference.Path);
                    json.WriteString("change", difference.Kind.ToString().ToLowerInvariant());
                    json.WriteNumber("added", difference.Lines.Added);
                    json.WriteNumber("removed", difference.Lines.Removed);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("conflicts");
                foreach (var conflict in report.Conflicts)
                {
                    json.WriteStartObject();
                    json.WriteString("path", conflict.Path);
                    json.WriteString("generated", conflict.Base.ToString().ToLowerInvariant());
                    WriteChange(json, "edit", conflict.Edit);
                    WriteChange(json, "coming", conflict.Coming);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartObject("secrets");
                json.WriteNumber("encrypted", report.Secrets.Encrypted);
                json.WriteNumber("updated", report.Secrets.Updated);
                json.WriteNumber("unchanged", report.Secrets.Unchanged);
                json.WriteEndObject();
                json.WriteStartArray("steps");
                foreach (var step in report.Steps)
                {
                    json.WriteStartObject();
                    json.WriteString("name", step.Name);
                    json.WriteNumber("milliseconds", Math.Round(step.Elapsed.TotalMilliseconds, 1));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                JsonReport.Findings(json, report.Findings);
            }
        );

    private static void WriteChange(Utf8JsonWriter json, string name, TextChange? change)
    {
        if (change is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("added", change.Count.Added);
        json.WriteNumber("removed", change.Count.Removed);
        JsonReport.Lines(json, "lines", change.Lines);
        json.WriteEndObject();
    }
}
