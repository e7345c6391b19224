using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Stands for the Kustomization that Flux was bootstrapped with: flux-system/flux-system with the entry as its path. It applies what
/// discovery starts from.
/// </summary>
internal static class EntryKustomization
{
    public const string Name = "flux-system";

    /// <summary>The Kustomization, or null when there is nothing at the path.</summary>
    public static FluxKustomization? Make(FileTree tree, string entry, Func<FileEntry, bool> ignores)
    {
        if (TreePath.Normalize(entry) is not { } path || tree.Find(path) is not { } found)
        {
            return null;
        }

        if (found.Kind == EntryKind.File && KustomizationFolder.IsFileName(found.Name))
        {
            return Make(tree, TreePath.Folder(path), ignores);
        }

        var at = Location.OfFile(path.Length == 0 ? "." : path);
        var folder = found.Kind == EntryKind.File ? TreePath.Folder(path) : path;
        return new FluxKustomization
        {
            Namespace = Name,
            Name = Name,
            At = at,
            Path = "./" + folder,
            PathAt = at,
            Prunes = true,
            Overlay = new KustomizeOverlay
            {
                IsFlux = true,
                Resources = ResourcesOf(tree, found, folder, at, ignores),
                ResourcesAt = at,
            },
        };
    }

    private static IReadOnlyList<LocatedText>? ResourcesOf(
        FileTree tree,
        FileEntry found,
        string folder,
        Location at,
        Func<FileEntry, bool> ignores
    ) =>
        found.Kind == EntryKind.File ? [new LocatedText(found.Name, at)]
        : KustomizationFolder.HasFile(tree, folder) ? null
        : GeneratedKustomization.Make(tree, folder, ignores);
}
