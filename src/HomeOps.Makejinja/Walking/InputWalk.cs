using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>
/// Walks the input folders in order and says what becomes of each file. Of two files with the same output path the first wins, even when
/// it renders to nothing: that is how an overlay hides a file. Differs from makejinja in two ways: a folder that a pattern excludes is
/// left out with all that is in it, and a file is found also where no pattern includes its folder.
/// </summary>
internal sealed class InputWalk(MakejinjaOptions options, FileTree tree)
{
    private readonly HashSet<string> handled = new(StringComparer.Ordinal);

    /// <summary>The files, in the order in which they are rendered.</summary>
    public List<PlannedOutput> Outputs { get; } = [];

    /// <summary>The folders that are handled, ordered by path.</summary>
    public SortedDictionary<string, RenderedFolder> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders that templates are looked up in, in order; for a single file the folder it stands in.</summary>
    public List<string> LoaderFolders { get; } = [];

    /// <summary>Single files that are templates under their bare name: name and path.</summary>
    public Dictionary<string, string> SingleTemplates { get; } = new(StringComparer.Ordinal);

    public List<string> Log { get; } = [];

    public List<Diagnostic> Findings { get; } = [];

    public void Run()
    {
        foreach (var input in options.Inputs)
        {
            if (ProjectPath.Normalize(tree, input) is not { } path)
            {
                Findings.Add(MakejinjaDiagnostics.Outside("inputs", input, at: null));
            }
            else if (path.Length > 0 && tree.Find(path) is { Kind: EntryKind.File } file)
            {
                AddSingle(file);
            }
            else
            {
                LoaderFolders.Add(path);
                foreach (var pattern in options.IncludePatterns)
                {
                    Walk(path, path, pattern);
                }
            }
        }

        ReportClashes();
    }

    private void AddSingle(FileEntry file)
    {
        SingleTemplates.TryAdd(file.Name, file.Path);
        var output = HasTemplateSuffix(file.Name) ? OutputPath(file.Name) : file.Name;
        if (handled.Add(output))
        {
            Outputs.Add(new PlannedOutput(output, file.Path, file.Name, file));
        }
    }

    private void Walk(string input, string folder, string pattern)
    {
        foreach (var entry in List(folder))
        {
            var relative = input.Length == 0 ? entry.Path : entry.Path[(input.Length + 1)..];
            if (options.ExcludePatterns.Any(p => PathPattern.MatchesEnd(entry.Path, p)))
            {
                Log.Add($"Skip excluded path '{entry.Path}'");
                continue;
            }

            var isIncluded = PathPattern.MatchesGlob(relative, pattern);
            switch (entry.Kind)
            {
                case EntryKind.File when isIncluded:
                    AddFile(entry, relative);
                    break;
                case EntryKind.Folder:
                    if (isIncluded)
                    {
                        Folders.TryAdd(relative, new RenderedFolder(relative, entry));
                    }

                    // A link to a folder makes a folder, and is not entered.
                    if (!entry.IsLink)
                    {
                        Walk(input, entry.Path, pattern);
                    }

                    break;
                case EntryKind.Other when isIncluded:
                    Findings.Add(
                        MakejinjaDiagnostics.Unreadable(
                            TextFile.Shown(tree, entry.Path),
                            "it is a link that leads nowhere or out of the working folder"
                        )
                    );
                    break;
            }
        }
    }

    private IReadOnlyList<FileEntry> List(string folder)
    {
        try
        {
            return tree.List(folder);
        }
        catch (IOException failure)
        {
            var shown = TextFile.Shown(tree, folder);
            Findings.Add(MakejinjaDiagnostics.Unreadable(shown.Length == 0 ? "." : shown, FileFailure.Reason(failure)));
            return [];
        }
    }

    private void AddFile(FileEntry entry, string relative)
    {
        var isTemplate = options.JinjaSuffix.Length == 0 || HasTemplateSuffix(relative);
        var output = isTemplate ? OutputPath(relative) : relative;
        if (!handled.Add(output))
        {
            return;
        }

        Outputs.Add(new PlannedOutput(output, entry.Path, isTemplate ? relative : null, entry));
        for (var folder = TreePath.Folder(output); folder.Length > 0; folder = TreePath.Folder(folder))
        {
            if (Folders.ContainsKey(folder))
            {
                break;
            }

            var source = entry.Path[..^relative.Length] + folder;
            if (tree.Find(source) is { } found)
            {
                Folders.Add(folder, new RenderedFolder(folder, found));
            }
        }
    }

    private bool HasTemplateSuffix(string path) =>
        options.JinjaSuffix.Length > 0 && FileSuffix.Of(path) == options.JinjaSuffix;

    private string OutputPath(string path) =>
        options.KeepJinjaSuffix || !HasTemplateSuffix(path) ? path : FileSuffix.Strip(path);

    private void ReportClashes()
    {
        foreach (var output in Outputs)
        {
            if (Folders.ContainsKey(output.Path))
            {
                Findings.Add(MakejinjaDiagnostics.FileAndFolder(output.Path));
            }
        }
    }
}
