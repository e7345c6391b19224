using HomeOps.Files;

namespace HomeOps.Kustomize;

/// <summary>Walks a kustomization and what it leads to for files that may be encrypted.</summary>
internal sealed class EncryptableFileSearch(FileTree tree)
{
    private readonly List<EncryptableFile> found = [];
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    public IReadOnlyList<EncryptableFile> Run(string folder, KustomizeOverlay overlay)
    {
        var loader = new Loader(tree, folder, new KustomizeOptions());
        Attempt(() => Visit(loader, overlay.Apply(loader, [])));
        return found;
    }

    private void Visit(Loader loader, Kustomization kustomization)
    {
        if (!visited.Add(loader.Root))
        {
            return;
        }

        foreach (var secret in kustomization.Secrets)
        {
            foreach (var entry in secret.Files)
            {
                var sign = entry.Text.IndexOf('=', StringComparison.Ordinal);
                var path = entry.Text[(sign + 1)..];
                Add(loader, path, sign > 0 ? entry.Text[..sign] : TreePath.Name(path), FileUse.SecretValue);
            }

            foreach (var entry in secret.Envs)
            {
                Add(loader, entry.Text, TreePath.Name(entry.Text), FileUse.SecretLines);
            }
        }

        var patches = kustomization.Patches.Concat(kustomization.PatchesJson6902).Select(static p => p.Path);
        foreach (var path in patches.Concat(kustomization.PatchesStrategicMerge.Select(static p => p.Text)))
        {
            // What was a patch itself in the file has lines; a path has none.
            if (path.Length > 0 && !path.Contains('\n', StringComparison.Ordinal))
            {
                Add(loader, path, TreePath.Name(path), FileUse.Patch);
            }
        }

        foreach (var entry in kustomization.Resources.Concat(kustomization.Components))
        {
            Attempt(() => Enter(loader, entry));
        }
    }

    private void Enter(Loader loader, LocatedText entry)
    {
        if (loader.Exists(entry.Text, entry.At) && !loader.IsFile(entry.Text, entry.At))
        {
            var inner = loader.Enter(entry.Text, entry.At);
            Visit(inner, KustomizationFile.Load(inner, null, [], allowsEmpty: true));
        }
    }

    private void Add(Loader loader, string path, string name, FileUse use)
    {
        if (TreePath.Normalize(TreePath.Join(loader.Root, path)) is { } full)
        {
            found.Add(new EncryptableFile(full, name, use));
        }
    }

    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is KustomizeException or IOException)
        {
            // The build comes to the same place and reports it.
        }
    }
}
