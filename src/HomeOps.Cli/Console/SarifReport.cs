using System.Text.Json;
using HomeOps.Text;

namespace HomeOps.Cli;

/// <summary>
/// Prints findings as one SARIF 2.1.0 log (OASIS, "Static Analysis Results Interchange Format"), the form in which GitHub and editors
/// take findings.
/// </summary>
internal static class SarifReport
{
    private const string Documentation = "docs/diagnostics.md";

    /// <summary>Writes the log; secrets are in no finding, so they are not in it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="findings">The findings in the order they are printed in.</param>
    public static void Write(TextWriter output, string version, IReadOnlyCollection<Diagnostic> findings) =>
        JsonReport.Write(
            output,
            json =>
            {
                json.WriteString(
                    "$schema",
                    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
                );
                json.WriteString("version", "2.1.0");
                json.WriteStartArray("runs");
                json.WriteStartObject();
                WriteTool(json, version, findings);
                json.WriteString("columnKind", "utf16CodeUnits");
                json.WriteStartArray("results");
                foreach (var finding in findings)
                {
                    WriteResult(json, finding);
                }

                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndArray();
            }
        );

    private static void WriteTool(Utf8JsonWriter json, string version, IEnumerable<Diagnostic> findings)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "homeops");
        json.WriteString("version", version);
        json.WriteStartArray("rules");
        foreach (
            var code in findings
                .Select(static f => f.Code)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        )
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            json.WriteStartObject("help");
            json.WriteString("text", $"{Documentation} describes {code}.");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteString(
            "level",
            finding.Severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "note",
            }
        );
        json.WriteStartObject("message");
        json.WriteString("text", Text(finding));
        json.WriteEndObject();
        if (finding.Location is { } location)
        {
            WriteLocation(json, location);
        }

        json.WriteEndObject();
    }

    private static string Text(Diagnostic finding) =>
        finding.Message
        + (finding.Details is { } details ? "\n" + details : "")
        + (finding.Hint is { } hint ? "\nhint: " + hint : "");

    private static void WriteLocation(Utf8JsonWriter json, Location location)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri(location.Path));
        json.WriteEndObject();

        // A finding about a file as a whole has no region.
        if (location.Source.Text.Length > 0)
        {
            var start = location.Start;
            var end = location.Source.GetPosition(location.Span.End);
            json.WriteStartObject("region");
            json.WriteNumber("startLine", start.Line);
            json.WriteNumber("startColumn", start.Column);
            json.WriteNumber("endLine", end.Line);
            json.WriteNumber("endColumn", end.Column);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Uri(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
        return Path.IsPathFullyQualified(path) ? "file://" + escaped : escaped;
    }
}
