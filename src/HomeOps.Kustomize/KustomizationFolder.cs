using HomeOps.Files;

namespace HomeOps.Kustomize;

/// <summary>What can be said of a folder without building it.</summary>
public static class KustomizationFolder
{
    /// <summary>Whether a folder has a kustomization file.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="folder">The folder, relative to the tree's root.</param>
    public static bool HasFile(FileTree tree, string folder) => KustomizationFile.Exists(tree, folder);

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
}
