using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// The objects of Kustomizations that failed or are suspended, as far as their files tell. A name that is among them is no mistake of
/// the one who refers to it, and Kustomizations among them are not as good as deleted (flux.md 8.8). Read when first asked for.
/// </summary>
internal sealed class UnbuiltObjects(FileTree tree)
{
    private readonly Lock gate = new();
    private readonly List<(FluxKustomization Owner, Diagnostic Reason, string Folder)> folders = [];
    private readonly HashSet<string> folderNames = new(StringComparer.Ordinal);
    private readonly List<UnbuiltObject> given = [];
    private readonly NamespaceAbove namespaces = new(tree);
    private List<UnbuiltObject>? read;
    private ILookup<(string Kind, string Name), UnbuiltObject>? byName;

    /// <summary>All of them, in the order of their files.</summary>
    public IReadOnlyList<UnbuiltObject> All
    {
        get
        {
            lock (gate)
            {
                return read ??= ReadAll();
            }
        }
    }

    /// <summary>Adds what a Kustomization would have built, had it not stopped for a reason.</summary>
    public void Add(FluxKustomization owner, Diagnostic reason, IEnumerable<KustomizeResource> objects)
    {
        given.AddRange(objects.Select(o => new UnbuiltObject(o, o.Namespace, owner, reason)));
        (read, byName) = (null, null);
    }

    /// <summary>Adds the files of a folder.</summary>
    public void AddFolder(FluxKustomization owner, Diagnostic reason, string folder)
    {
        if (folderNames.Add(folder))
        {
            folders.Add((owner, reason, folder));
            (read, byName) = (null, null);
        }
    }

    /// <summary>The object of a key; null when none of them is.</summary>
    public UnbuiltObject? Find(ObjectKey key)
    {
        if (folders.Count == 0 && given.Count == 0)
        {
            return null;
        }

        lock (gate)
        {
            byName ??= All.ToLookup(static o => (o.Object.Kind, o.Object.Name));
            return byName[(key.Kind, key.Name)].FirstOrDefault(o => o.MayBe(key));
        }
    }

    private List<UnbuiltObject> ReadAll()
    {
        var result = new List<UnbuiltObject>(given);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (owner, reason, folder) in folders)
        {
            Walk(owner, reason, folder, owner.Overlay.Namespace, visited, result);
        }

        // Children of what is not built have folders of their own.
        for (var i = 0; i < result.Count; i++)
        {
            if (FluxKind.IsKustomization(result[i].Object))
            {
                var child = KustomizationReader.Read(result[i].Object, []);
                if (child.Folder is { Length: > 0 } folder)
                {
                    Walk(result[i].Owner, result[i].Reason, folder, child.Overlay.Namespace, visited, result);
                }
            }
        }

        return result;
    }

    private void Walk(
        FluxKustomization owner,
        Diagnostic reason,
        string folder,
        string targetNamespace,
        HashSet<string> visited,
        List<UnbuiltObject> result
    )
    {
        try
        {
            foreach (var file in tree.Files(folder).Where(f => GeneratedKustomization.IsYaml(f.Name)))
            {
                if (visited.Add(file.Path))
                {
                    Read(owner, reason, file.Path, targetNamespace, result);
                }
            }
        }
        catch (IOException)
        {
            // A folder that cannot be listed was reported when its Kustomization was built.
        }
    }

    private void Read(
        FluxKustomization owner,
        Diagnostic reason,
        string path,
        string targetNamespace,
        List<UnbuiltObject> result
    )
    {
        // What is no Kubernetes object is nothing of Flux's; the broken file was reported.
        foreach (var o in KustomizeResource.Read(tree, path).Resources)
        {
            var inNamespace =
                targetNamespace.Length > 0 ? targetNamespace
                : o.Namespace.Length > 0 ? o.Namespace
                : namespaces.Find(path);
            result.Add(new UnbuiltObject(o, inNamespace, owner, reason));
        }
    }
}
