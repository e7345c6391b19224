using HomeOps.Files;

namespace HomeOps.Cli.Commands;

/// <summary>The files of a repository that the rules of its .sops.yaml are meant for.</summary>
internal static class CoveredFiles
{
    /// <summary>
    /// Their absolute paths. A rule without a path covers every file there is; of those only the ones that carry <c>.sops.</c> in
    /// their name are meant.
    /// </summary>
    public static IEnumerable<string> Find(SopsConfigFile config)
    {
        foreach (var path in Walk(new DiskTree(config.Folder), ""))
        {
            var name = TreePath.Name(path);
            if (name == HomeOps.Sops.SopsConfig.FileName)
            {
                continue;
            }

            var isMarked = name.Contains(".sops.", StringComparison.Ordinal);
            if (config.Config.FindRule(path) is { } rule && (rule.PathRegex is not null || isMarked))
            {
                yield return Path.Join(config.Folder, path);
            }
        }
    }

    // Git's own folder and homeops's are large or hold no secrets; nothing in them is meant.
    private static IEnumerable<string> Walk(DiskTree tree, string folder)
    {
        foreach (var entry in tree.List(folder))
        {
            if (entry.Kind == EntryKind.File && !FileSetWriter.IsTemporary(entry.Name))
            {
                yield return entry.Path;
            }
            else if (
                entry is { Kind: EntryKind.Folder, IsLink: false }
                && entry.Name is not (".git" or ".homeops" or "node_modules")
            )
            {
                foreach (var path in Walk(tree, entry.Path))
                {
                    yield return path;
                }
            }
        }
    }
}
