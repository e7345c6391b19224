using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What can go wrong when a repository is started.</summary>
internal static class InitDiagnostics
{
    public static Diagnostic FolderNotMade(string folder, string reason) =>
        Diagnostic.Error(
            "HO1220",
            $"the folder '{folder}' cannot be made: {reason}",
            Location.OfFile(folder),
            "name a folder that you may write to"
        );
}
