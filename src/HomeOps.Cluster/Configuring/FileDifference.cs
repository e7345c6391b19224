using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>A file that a run would create, change or remove, and by how many lines; never what the lines say.</summary>
/// <param name="Path">Path in the repository.</param>
/// <param name="Kind">What would be done.</param>
/// <param name="Lines">Lines added and removed; of an encrypted file, lines of ciphertext.</param>
public sealed record FileDifference(string Path, FileChangeKind Kind, LineChanges Lines)
{
    /// <summary>The files of a plan that would be touched, or are in conflict, with what is on disk beside what would come.</summary>
    internal static IReadOnlyList<FileDifference> Of(FileSetPlan plan, FileTree disk, MemoryTree files) =>
        [
            .. plan
                .Changes.Where(static c => c.Kind is not FileChangeKind.Unchanged and not FileChangeKind.Kept)
                .Select(c => new FileDifference(
                    c.Path,
                    c.Kind,
                    LineChanges.Between(Read(disk, c.Path), files.TryRead(c.Path) ?? [])
                )),
        ];

    /// <summary>The content of a file; nothing when it is not there or cannot be read.</summary>
    internal static byte[] Read(FileTree disk, string path)
    {
        try
        {
            return disk.TryRead(path) ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
