using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>The repository as it will be: what was rendered, and beside it what stands on disk.</summary>
internal sealed class RepositoryView(MemoryTree rendered, FileTree disk)
{
    /// <summary>Whether there is a file at a path.</summary>
    public bool HasFile(string path) => Kind(path) == EntryKind.File;

    /// <summary>Whether there is a folder at a path.</summary>
    public bool HasFolder(string path) => Kind(path) == EntryKind.Folder;

    /// <summary>Whether a folder holds one of the three names kustomize looks for.</summary>
    public bool HasKustomization(string folder) =>
        KustomizationReferences.FileNames.Any(n => HasFile(TreePath.Join(folder, n)));

    private EntryKind? Kind(string path)
    {
        if (rendered.Find(path) is { } entry)
        {
            return entry.Kind;
        }

        try
        {
            return disk.Find(path)?.Kind;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
