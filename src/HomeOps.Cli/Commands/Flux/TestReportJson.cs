using System.Text.Json;
using HomeOps.Flux;

namespace HomeOps.Cli.Commands;

/// <summary>
/// Prints a test as one JSON object: <c>verdict</c>, the counts <c>passed</c>, <c>failed</c>, <c>skipped</c>, <c>rows</c> (kind, namespace,
/// name, verdict, file, line, and code and reason unless it passes), <c>findings</c>, and <c>notChecked</c>.
/// </summary>
internal static class TestReportJson
{
    public static void Write(TextWriter output, FluxTestReport report) =>
        JsonReport.Write(
            output,
            json =>
            {
                json.WriteString("verdict", report.HasFailed ? "fail" : "pass");
                json.WriteNumber("passed", report.Count(TestVerdict.Pass));
                json.WriteNumber("failed", report.Count(TestVerdict.Fail));
                json.WriteNumber("skipped", report.Count(TestVerdict.Skip));
                json.WriteStartArray("rows");
                foreach (var row in report.Rows)
                {
                    WriteRow(json, row);
                }

                json.WriteEndArray();
                JsonReport.Findings(json, report.Diagnostics);
                json.WriteStartArray("notChecked");
                if (report.Rows.Any(static r => r.Key.Kind == "HelmRelease"))
                {
                    json.WriteStringValue("charts");
                }

                json.WriteEndArray();
            }
        );

    private static void WriteRow(Utf8JsonWriter json, TestRow row)
    {
        var at = row.Reason?.Location ?? row.At;
        json.WriteStartObject();
        json.WriteString("kind", row.Key.Kind);
        json.WriteString("namespace", row.Key.Namespace);
        json.WriteString("name", row.Key.Name);
        json.WriteString(
            "verdict",
            row.Verdict switch
            {
                TestVerdict.Pass => "pass",
                TestVerdict.Fail => "fail",
                _ => "skip",
            }
        );
        json.WriteString("file", at.Path);
        json.WriteNumber("line", at.Start.Line);
        if (row.Reason is { } reason)
        {
            json.WriteString("code", reason.Code);
            json.WriteString("reason", reason.Message);
        }

        json.WriteEndObject();
    }
}
