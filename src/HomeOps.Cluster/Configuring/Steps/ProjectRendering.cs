using HomeOps.Files;
using HomeOps.Makejinja;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Renders a repository by its own makejinja.toml.</summary>
internal static class ProjectRendering
{
    public static Rendering? Run(
        LoadedInputs inputs,
        IReadOnlyDictionary<string, string> environment,
        DiagnosticBag findings
    )
    {
        var tree = WithKeys(inputs);
        var config = MakejinjaConfig.Load(tree, environment);
        findings.AddRange(config.Diagnostics);
        if (config.HasErrors)
        {
            return null;
        }

        var options = config.Options;
        if (TreePath.Normalize(options.Output) is not { } output)
        {
            findings.Add(ProjectDiagnostics.OutputOutside(options.Output, inputs.Shown(MakejinjaConfig.FileName)));
            return null;
        }

        if (options.ExecPre.Count + options.ExecPost.Count > 0)
        {
            findings.Add(ProjectDiagnostics.HooksNotRun(inputs.Shown(MakejinjaConfig.FileName)));
        }

        var rendered = MakejinjaProject.Render(options, tree, environment, MakejinjaProject.PluginFor(options, tree));
        findings.AddRange(rendered.Diagnostics);
        return rendered.HasErrors
            ? null
            : new Rendering(
                Below(output, rendered.Files),
                MakejinjaConfig.FileName,
                rendered.Origins.ToDictionary(
                    o => TreePath.Join(output, o.Key),
                    static o => o.Value.Source.Path,
                    StringComparer.Ordinal
                )
            );
    }

    // Keys that were made just now, or that stand in the folder of the repository, are not in the folder of the templates.
    private static FileTree WithKeys(LoadedInputs inputs)
    {
        var keys = new MemoryTree();
        foreach (var (name, content) in inputs.Keys)
        {
            if (inputs.Source.TryRead(name) is not { } own || !own.AsSpan().SequenceEqual(content))
            {
                keys.Add(new MemoryFile(name, content));
            }
        }

        return keys.All.Count == 0 ? inputs.Source : new OverlayTree(keys, inputs.Source);
    }

    private static MemoryTree Below(string folder, MemoryTree files)
    {
        if (folder.Length == 0)
        {
            return files;
        }

        var moved = new MemoryTree();
        foreach (var file in files.All)
        {
            moved.Add(file with { Path = TreePath.Join(folder, file.Path) });
        }

        return moved;
    }
}
