using HomeOps.Files;

namespace HomeOps.Makejinja.Tests;

/// <summary>A small project in memory.</summary>
internal sealed class Project
{
    public MemoryTree Tree { get; } = new();

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public List<OptionOverride> Overrides { get; } = [];

    /// <summary>A project whose makejinja.toml holds these lines below <c>[makejinja]</c>, and these files.</summary>
    public static Project With(string options, params (string Path, string Text)[] files)
    {
        var project = new Project();
        project.Tree.Add("makejinja.toml", "[makejinja]\noutput = \"out\"\n" + options);
        foreach (var (path, text) in files)
        {
            project.Tree.Add(path, text);
        }

        return project;
    }

    /// <summary>A project with the one input folder <c>in</c>.</summary>
    public static Project Of(params (string Path, string Text)[] files) => With("inputs = [\"in\"]\n", files);

    public MakejinjaConfig Load() => MakejinjaConfig.Load(Tree, Environment, Overrides);

    public RenderedTree Render()
    {
        var config = Load();
        Assert.Empty(config.Diagnostics);
        return MakejinjaProject.Render(
            config.Options,
            Tree,
            Environment,
            MakejinjaProject.PluginFor(config.Options, Tree)
        );
    }

    /// <summary>The files of a rendering without findings, as <c>path=text</c>.</summary>
    public string[] Files()
    {
        var tree = Render();
        Assert.Empty(tree.Diagnostics);
        return [.. tree.Files.All.Select(static f => $"{f.Path}={f.Text}")];
    }

    /// <summary>The one file of a rendering, from the template <c>in/a.jinja</c> with this text.</summary>
    public string Text(string template)
    {
        Tree.Add("in/a.jinja", template);
        return Assert.Single(Files())["a=".Length..];
    }

    /// <summary>The findings of a rendering, one a line.</summary>
    public string[] Findings() => [.. Render().Diagnostics.Select(static d => d.ToString())];

    /// <summary>The findings about the options, one a line.</summary>
    public string[] OptionFindings() => [.. Load().Diagnostics.Select(static d => d.ToString())];
}
