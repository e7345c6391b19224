using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>Looks at every place that a tree would be written to before the first is touched, so that what can be foreseen writes nothing.</summary>
internal sealed class OutputCheck(MakejinjaOptions options, string workingFolder, string output)
{
    private readonly string shown = Path.TrimEndingDirectorySeparator(options.Output);
    private readonly List<Diagnostic> findings = [];
    private readonly Lazy<(DiskTree Tree, string Below, string Name)> bounds = new(() => Bounds(workingFolder, output));
    private readonly HashSet<string> seenFolders = new(StringComparer.Ordinal);

    /// <summary>What stands in the way: HO0440 to HO0444.</summary>
    public IReadOnlyList<Diagnostic> Findings(RenderedTree tree)
    {
        if (options.IsToStandardOutput)
        {
            return tree.IsSingleFile ? [] : [MakejinjaDiagnostics.TreeToStandardOutput()];
        }

        if (tree.IsSingleFile)
        {
            CheckWritable(Path.GetDirectoryName(output) ?? output);
            return Directory.Exists(output) ? [MakejinjaDiagnostics.FolderInTheWay(shown)] : findings;
        }

        if (IsFile(output))
        {
            return [MakejinjaDiagnostics.OutputIsFile(shown)];
        }

        CheckWritable(output);
        if (findings.Count == 0 && Directory.Exists(output) && !options.Clean)
        {
            foreach (var file in tree.Files.All)
            {
                Check(file.Path);
            }
        }

        return findings;
    }

    // Links may lead anywhere in the working folder. A link to the output folder itself is the user's choice, wherever it leads.
    private static (DiskTree Tree, string Below, string Name) Bounds(string workingFolder, string output)
    {
        if ($"{output}/".StartsWith(workingFolder.TrimEnd('/') + "/", StringComparison.Ordinal))
        {
            var work = new DiskTree(workingFolder);
            var below = output[workingFolder.TrimEnd('/').Length..].TrimStart('/');
            if (below.Length == 0 || work.Find(below) is { Kind: EntryKind.Folder })
            {
                return (work, below, "working");
            }
        }

        return (new DiskTree(output), "", "output");
    }

    private void Check(string path)
    {
        if (!CheckFolders(TreePath.Folder(path)))
        {
            return;
        }

        switch (Find(path))
        {
            case { Kind: EntryKind.Folder }:
                findings.Add(MakejinjaDiagnostics.FolderInTheWay(Shown(path)));
                break;
            // What exists and stays is not followed either.
            case { Kind: EntryKind.Other, IsLink: true } when options.Force || !IsFile(Path.Join(output, path)):
                findings.Add(MakejinjaDiagnostics.LinkLeadsOut(Shown(path), bounds.Value.Name));
                break;
        }
    }

    // Whether a file can stand in a folder. Each folder is looked at once.
    private bool CheckFolders(string folder)
    {
        if (folder.Length == 0)
        {
            return true;
        }

        if (!CheckFolders(TreePath.Folder(folder)))
        {
            return false;
        }

        if (Find(folder) is not { } entry)
        {
            return true;
        }

        var isFirst = seenFolders.Add(folder);
        switch (entry)
        {
            case { Kind: EntryKind.Folder }:
                if (isFirst)
                {
                    CheckWritable(Path.Join(output, folder));
                }

                return true;
            case { Kind: EntryKind.Other, IsLink: true }:
                Add(isFirst, MakejinjaDiagnostics.LinkLeadsOut(Shown(folder), bounds.Value.Name));
                return false;
            default:
                Add(isFirst, MakejinjaDiagnostics.FileInTheWay(Shown(folder)));
                return false;
        }
    }

    private FileEntry? Find(string path) => bounds.Value.Tree.Find(TreePath.Join(bounds.Value.Below, path));

    private void Add(bool isFirst, Diagnostic finding)
    {
        if (isFirst)
        {
            findings.Add(finding);
        }
    }

    // The folder, or the nearest above it that exists.
    private void CheckWritable(string folder)
    {
        var standing = folder;
        while (!Path.Exists(standing) && Path.GetDirectoryName(standing) is { } above)
        {
            standing = above;
        }

        var isFolder = Directory.Exists(standing);
        if (!isFolder || !OutputFile.CanCreateIn(standing))
        {
            var place = $"{standing}/".StartsWith(output + "/", StringComparison.Ordinal)
                ? Shown(standing[output.Length..].TrimStart('/'))
                : standing;
            findings.Add(
                isFolder
                    ? MakejinjaDiagnostics.NotWritten(place, "permission denied")
                    : MakejinjaDiagnostics.FileInTheWay(place)
            );
        }
    }

    // The runtime says of a link that leads nowhere that it exists.
    private static bool IsFile(string path) => new DiskTree("/").Find(path.TrimStart('/')) is { Kind: EntryKind.File };

    private string Shown(string path) => TreePath.Join(shown, path);
}
