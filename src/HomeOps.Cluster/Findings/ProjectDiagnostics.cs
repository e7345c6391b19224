using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Findings about a repository that renders by its own makejinja.toml.</summary>
internal static class ProjectDiagnostics
{
    public static Diagnostic OutputOutside(string output, string file) =>
        Diagnostic.Error(
            "HO1230",
            $"the output '{output}' is outside the repository",
            Location.OfFile(file),
            "configure writes into the repository only; `homeops render` writes anywhere"
        );

    public static Diagnostic HooksNotRun(string file) =>
        Diagnostic.Warning(
            "HO1231",
            "configure does not run exec_pre and exec_post",
            Location.OfFile(file),
            "run them by hand, or use `homeops render`, which runs them"
        );
}
