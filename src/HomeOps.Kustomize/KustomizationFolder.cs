using HomeOps.Files;

namespace HomeOps.Kustomize;

/// <summary>What can be said of a folder without building it.</summary>
public static class KustomizationFolder
{
    /// <summary>Whether a folder has a kustomization file.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="folder">The folder, relative to the tree's root.</param>
    public static bool HasFile(FileTree tree, string folder) => KustomizationFile.Exists(tree, folder);

    /// <summary>Whether a file is a folder's kustomization by its name.</summary>
    public static bool IsFileName(string name) => KustomizationFile.IsName(name);

    /// <summary>The namespace that a folder's kustomization file gives its objects; empty for none, also when the file cannot be read.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="folder">The folder, relative to the tree's root.</param>
    public static string NamespaceOf(FileTree tree, string folder)
    {
        try
        {
            var loader = new Loader(tree, folder, new KustomizeOptions());
            return KustomizationFile.Load(loader, null, [], allowsEmpty: true).Namespace;
        }
        catch (KustomizeException)
        {
            return "";
        }
    }

    /// <summary>
    /// The files that SOPS may have encrypted and Flux decrypts before it builds: those of <c>secretGenerator</c> and of <c>patches</c>, in the
    /// folder's kustomization and those it leads to (flux.md 2.4 a). What cannot be read is passed over: building it reports why.
    /// </summary>
    /// <param name="tree">The files.</param>
    /// <param name="folder">The folder, relative to the tree's root.</param>
    /// <param name="overlay">What is laid over it.</param>
    public static IReadOnlyList<EncryptableFile> EncryptableFiles(
        FileTree tree,
        string folder,
        KustomizeOverlay overlay
    ) => new EncryptableFileSearch(tree).Run(folder, overlay);
}
