using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>The kustomization that Flux makes for a folder without one (flux.md 2.3): every YAML file, and every folder that has its own.</summary>
internal static class GeneratedKustomization
{
    /// <param name="tree">The repository.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="ignores">Files and folders to pass over; null for none.</param>
    public static IReadOnlyList<LocatedText> Make(FileTree tree, string folder, Func<FileEntry, bool>? ignores = null)
    {
        var resources = new List<LocatedText>();
        Walk(tree, folder, folder, resources, ignores);
        return resources;
    }

    private static void Walk(
        FileTree tree,
        string root,
        string folder,
        List<LocatedText> resources,
        Func<FileEntry, bool>? ignores
    )
    {
        foreach (var entry in tree.List(folder))
        {
            if (ignores?.Invoke(entry) == true)
            {
                continue;
            }

            if (entry.Kind == EntryKind.Folder && !entry.IsLink)
            {
                if (KustomizationFolder.HasFile(tree, entry.Path))
                {
                    resources.Add(new LocatedText(Below(root, entry.Path), Location.OfFile(entry.Path)));
                }
                else
                {
                    Walk(tree, root, entry.Path, resources, ignores);
                }
            }
            else if (entry.Kind == EntryKind.File && IsYaml(entry.Name))
            {
                resources.Add(new LocatedText(Below(root, entry.Path), Location.OfFile(entry.Path)));
            }
        }
    }

    private static string Below(string root, string path) => root.Length == 0 ? path : path[(root.Length + 1)..];

    /// <summary>Whether a file is YAML by its name.</summary>
    public static bool IsYaml(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
}
