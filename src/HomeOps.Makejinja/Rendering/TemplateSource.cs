using HomeOps.Files;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>Finds templates by name in the input folders, the first that has it; single files by their bare name.</summary>
internal sealed class TemplateSource(FileTree tree, InputWalk walk)
{
    /// <summary>For extends, include and import: the text, null when there is none of that name.</summary>
    /// <exception cref="JinjaException">There is one, but it cannot be read.</exception>
    public SourceText? Load(string name)
    {
        var findings = new List<Diagnostic>();
        var source = Find(name) is { } path ? Text(path, findings) : null;
        return findings.Count == 0 ? source : throw new JinjaException(JinjaErrorKind.Runtime, findings[0].Message);
    }

    /// <summary>The text of a template that the walk found.</summary>
    public SourceText? Read(string name, List<Diagnostic> findings) =>
        Find(name) is { } path ? Text(path, findings) : null;

    private string? Find(string name)
    {
        if (walk.SingleTemplates.TryGetValue(name, out var single))
        {
            return single;
        }

        // Names are paths below an input folder, without detours.
        if (TreePath.Normalize(name) is not { Length: > 0 } normal || normal != name.TrimStart('/').TrimEnd('/'))
        {
            return null;
        }

        foreach (var folder in walk.LoaderFolders)
        {
            var path = TreePath.Join(folder, normal);
            if (tree.Find(path) is { Kind: EntryKind.File })
            {
                return path;
            }
        }

        return null;
    }

    private SourceText? Text(string path, List<Diagnostic> findings) =>
        TextFile.Read(tree, path, findings) is { } source
            ? new SourceText(source.Path, TextFile.WithUnixLineEnds(source.Text))
            : null;
}
