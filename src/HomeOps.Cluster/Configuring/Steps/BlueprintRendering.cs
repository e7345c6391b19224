using HomeOps.Files;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;
using HomeOps.Makejinja;

namespace HomeOps.Cluster;

/// <summary>Renders the blueprint as a makejinja project whose data are the checked model.</summary>
internal static class BlueprintRendering
{
    /// <summary>Where home-ops keeps its templates, and where talos_patches() therefore looks.</summary>
    public const string Folder = "templates/config";

    private static readonly MakejinjaOptions Options = new()
    {
        Inputs = [Folder],
        Output = ".",
        JinjaSuffix = ".j2",
        Undefined = UndefinedMode.Strict,
        Syntax = new JinjaSyntax
        {
            BlockStart = "#%",
            BlockEnd = "%#",
            VariableStart = "#{",
            VariableEnd = "}#",
            CommentStart = "#|",
            CommentEnd = "|#",
            TrimBlocks = true,
            LstripBlocks = true,
            KeepTrailingNewline = true,
        },
    };

    public static RenderedTree Run(LoadedInputs inputs, ClusterModel model)
    {
        var tree = new MemoryTree();
        var blueprint = new BlueprintTree();
        foreach (var file in blueprint.Files())
        {
            tree.Add(new MemoryFile($"{Folder}/{file.Path}", blueprint.Read(file.Path)));
        }

        foreach (var (name, content) in inputs.Keys)
        {
            tree.Add(new MemoryFile(name, content));
        }

        var plugin = MakejinjaPlugin.HomeOperations(tree).WithData(TemplateData.Of(model));
        return MakejinjaProject.Render(Options, tree, new Dictionary<string, string>(), plugin);
    }
}
