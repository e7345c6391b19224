using System.Text;
using HomeOps.Files;
using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>
/// Finds Kustomizations in files that no kustomization.yaml lists, below the folders whose Kustomizations apply others. Flux does not apply
/// them; usually somebody forgot a line (flux.md 1.2 Discovery 2).
/// </summary>
internal sealed class OrphanSearch(FileTree tree, Func<FileEntry, bool> ignores)
{
    private static readonly byte[] Group = Encoding.UTF8.GetBytes("kustomize.toolkit.fluxcd.io/");

    private readonly NamespaceAbove namespaces = new(tree);

    /// <param name="builds">What was built.</param>
    /// <returns>The objects, with the namespace of the kustomization.yaml above them if they have none.</returns>
    public List<KustomizeResource> Run(IReadOnlyCollection<KustomizationBuild> builds)
    {
        var listed = builds.Select(static b => b.Kustomization.At.Path).ToHashSet(StringComparer.Ordinal);
        var found = new List<KustomizeResource>();
        foreach (var folder in Roots(builds))
        {
            Walk(folder, listed, found);
        }

        return found;
    }

    // Folders of Kustomizations that apply Kustomizations; one inside another is walked once.
    private static List<string> Roots(IReadOnlyCollection<KustomizationBuild> builds)
    {
        var parents = builds.Select(static b => b.Parent?.Folder).OfType<string>().Distinct().ToList();
        parents.Sort(StringComparer.Ordinal);
        return parents.FindAll(f =>
            !parents.Exists(p => p != f && (p.Length == 0 || f.StartsWith(p + "/", StringComparison.Ordinal)))
        );
    }

    private void Walk(string folder, HashSet<string> listed, List<KustomizeResource> found)
    {
        foreach (var entry in tree.List(folder))
        {
            if (ignores(entry))
            {
                continue;
            }

            if (entry is { Kind: EntryKind.Folder, IsLink: false })
            {
                Walk(entry.Path, listed, found);
            }
            else if (
                entry.Kind == EntryKind.File
                && GeneratedKustomization.IsYaml(entry.Name)
                && !listed.Contains(entry.Path)
            )
            {
                Read(entry.Path, found);
            }
        }
    }

    private void Read(string path, List<KustomizeResource> found)
    {
        // Not listed anywhere and not readable: nothing of Flux's.
        try
        {
            if (tree.Read(path).AsSpan().IndexOf(Group) < 0)
            {
                return;
            }
        }
        catch (IOException)
        {
            return;
        }

        foreach (var o in KustomizeResource.Read(tree, path).Resources)
        {
            if (FluxKind.IsKustomization(o) && o.Root.Map("spec")?.Text("path") is not null)
            {
                if (o.Namespace.Length == 0)
                {
                    o.SetNamespace(namespaces.Find(path));
                }

                found.Add(o);
            }
        }
    }
}
