using System.Globalization;
using HomeOps.Cluster;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>The short summary of a configure run, for people.</summary>
internal static class ConfigureSummary
{
    public static void Print(TextWriter output, ConfigureReport report)
    {
        if (report.Model is { } model && report.Outcome is not (ConfigureOutcome.Failed or ConfigureOutcome.Unfinished))
        {
            PrintNodes(output, model);
        }

        if (report.Plan is { } plan && report.Outcome is not (ConfigureOutcome.Failed or ConfigureOutcome.Unfinished))
        {
            PrintFiles(output, report, plan);
        }

        output.WriteLine(
            $"findings  {Counted(report, Severity.Error, "error")}, {Counted(report, Severity.Warning, "warning")}, {Counted(report, Severity.Note, "note")}"
        );
        output.WriteLine(
            $"time      {string.Join(", ", report.Steps.Select(static s => $"{s.Name} {Milliseconds(s.Elapsed)}"))}"
        );
        output.WriteLine(Verdict(report));
    }

    private static void PrintNodes(TextWriter output, ClusterModel model)
    {
        var width = model.Nodes.Max(static n => n.Name.Length);
        var label = "nodes";
        foreach (var node in model.Nodes)
        {
            output.WriteLine(
                $"{label, -9} {node.Name.PadRight(width)}  {node.Address}  {(node.Controller ? "control plane" : "worker")}"
            );
            label = "";
        }

        output.WriteLine(
            $"etcd      {Counted(model.ControllerCount, "control plane")}, {Counted(model.EtcdSurvives, "failure")} survived"
        );
        var cluster = model.Cluster;
        output.WriteLine(
            $"addresses api {cluster.ClusterApiAddr}, dns {cluster.ClusterDnsGatewayAddr}, internal {cluster.ClusterGatewayAddr}, external {cluster.CloudflareGatewayAddr}"
        );
    }

    private static void PrintFiles(TextWriter output, ConfigureReport report, FileSetPlan plan)
    {
        var label = "files";
        foreach (var line in plan.SummaryLines())
        {
            output.WriteLine($"{label, -9} {line}");
            label = "";
        }

        var secrets = report.Secrets;
        output.WriteLine(
            $"secrets   {secrets.Encrypted} encrypted, {secrets.Updated} updated, {secrets.Unchanged} unchanged"
        );
        foreach (var key in report.CreatedKeys)
        {
            output.WriteLine($"made      {key}");
        }

        foreach (var difference in report.Differences)
        {
            output.WriteLine(
                $"  {difference.Kind.ToString().ToLowerInvariant(), -8} {Lines(difference.Lines), -10} {difference.Path}"
            );
        }
    }

    private static string Lines(LineChanges lines) =>
        (lines.Added, lines.Removed) switch
        {
            (0, 0) => "mode",
            (_, 0) => $"+{lines.Added}",
            (0, _) => $"-{lines.Removed}",
            _ => $"+{lines.Added} -{lines.Removed}",
        };

    private static string Verdict(ConfigureReport report) =>
        report.Outcome switch
        {
            ConfigureOutcome.Written => "done",
            ConfigureOutcome.Unchanged => "nothing changed",
            ConfigureOutcome.Pending => "changes pending, nothing written",
            ConfigureOutcome.Unfinished => "stopped while writing; the next run completes it first",
            _ => "failed, nothing written",
        };

    private static string Counted(ConfigureReport report, Severity severity, string word) =>
        Counted(report.Findings.Count(f => f.Severity == severity), word);

    private static string Counted(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";
}
