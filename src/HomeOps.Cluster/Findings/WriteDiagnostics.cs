using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What is added to a finding that a file was edited by hand.</summary>
internal static class WriteDiagnostics
{
    public static Diagnostic ThreeWays(string path, LineChanges lines, bool isGone) =>
        Diagnostic.Note(
            "HO1240",
            isGone
                ? $"'{path}': nothing would come; {lines.Removed} lines are there"
                : $"'{path}': what would come differs from what is there by +{lines.Added} -{lines.Removed} lines",
            Location.OfFile(path),
            $"what was generated: `git log -p -- {path}`\nwhat is there: `git diff HEAD -- {path}`\nwhat would come: `homeops configure --force`, then `git diff -- {path}`"
        );
}
