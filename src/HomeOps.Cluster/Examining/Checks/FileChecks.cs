using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What the checks share: reading a file that may be unreadable, and a finding as a line of the report.</summary>
internal static class FileChecks
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The file's bytes; null when it is absent, no file, or unreadable.</summary>
    public static byte[]? TryRead(FileTree tree, string name)
    {
        try
        {
            return tree.Find(name) is { Kind: EntryKind.File } ? tree.Read(name) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether other users of the machine may read or change a file.</summary>
    public static bool IsOpenToOthers(FileTree tree, string name) =>
        tree.Find(name) is { Kind: EntryKind.File } entry && (entry.Mode & Others) != UnixFileMode.None;

    /// <summary>A finding as a check; the report names the file already.</summary>
    public static DoctorCheck Of(string name, Diagnostic finding) =>
        new(
            name,
            finding.Severity == Severity.Error ? DoctorState.Failed : DoctorState.Warning,
            finding.Message.StartsWith(name + " ", StringComparison.Ordinal)
                ? finding.Message[(name.Length + 1)..]
                : finding.Message,
            finding.Hint
        );
}
