using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>The repository as it will be: what was rendered, and beside it what stands on disk and stays there.</summary>
/// <param name="rendered">The files that are written.</param>
/// <param name="disk">The folder as it is.</param>
/// <param name="removed">Paths of the files that an earlier run made and this one removes.</param>
internal sealed class RepositoryView(MemoryTree rendered, FileTree disk, IReadOnlySet<string> removed)
{
    /// <summary>Whether there is a file at a path.</summary>
    public bool HasFile(string path) => Kind(path) == EntryKind.File;

    /// <summary>Whether there is a folder at a path.</summary>
    public bool HasFolder(string path) => Kind(path) == EntryKind.Folder;

    /// <summary>Whether a folder holds one of the three names kustomize looks for.</summary>
    public bool HasKustomization(string folder) =>
        KustomizationReferences.FileNames.Any(n => HasFile(TreePath.Join(folder, n)));

    /// <summary>The files on disk below a folder that stay there and are not written anew.</summary>
    public IEnumerable<FileEntry> Rest(string folder) =>
        (disk.Find(folder) is { Kind: EntryKind.Folder, IsLink: false } ? disk.Files(folder) : [])
            .Where(static f => !FileSetWriter.IsTemporary(f.Name))
            .Where(f => !removed.Contains(f.Path) && rendered.Find(f.Path) is null);

    // A folder goes with the last file in it; only where something is removed can that happen.
    private bool HasRest(string folder) =>
        !removed.Any(r => r.StartsWith(folder + "/", StringComparison.Ordinal)) || Rest(folder).Any();

    private EntryKind? Kind(string path)
    {
        if (rendered.Find(path) is { } entry)
        {
            return entry.Kind;
        }

        try
        {
            return disk.Find(path)?.Kind switch
            {
                EntryKind.File when removed.Contains(path) => null,
                EntryKind.Folder when path.Length > 0 && !HasRest(path) => null,
                var kind => kind,
            };
        }
        catch (IOException)
        {
            return null;
        }
    }
}
