using HomeOps.Files;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>
/// Renders a project of templates in memory: reads data, walks the input folders, renders what is a template and copies the rest. What is
/// wrong is reported all at once; no template is rendered while options, data or the names that templates call are in error.
/// </summary>
public static class MakejinjaProject
{
    /// <summary>Renders a project.</summary>
    /// <param name="options">The options, without errors.</param>
    /// <param name="workingFolder">The folder that relative paths start at.</param>
    /// <param name="environment">The environment variables, which templates see as <c>env</c>.</param>
    /// <param name="plugin">Filters, functions and data in place of the Python plugins that the options name.</param>
    /// <param name="standardInput">Reads standard input to its end, for an input or data named <c>/dev/stdin</c>; null where there is none.</param>
    /// <returns>The files, or what is wrong. Nothing is written and no command of the options is run.</returns>
    public static RenderedTree Render(
        MakejinjaOptions options,
        FileTree workingFolder,
        IReadOnlyDictionary<string, string> environment,
        MakejinjaPlugin plugin,
        Func<byte[]>? standardInput = null
    ) => new ProjectRun(options, workingFolder, environment, plugin, standardInput).Run();

    /// <summary>
    /// The plugin that a project gets when nobody brings another: the functions of home-ops and cluster-template when the options name a
    /// Python plugin, else none.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="workingFolder">The folder with the keys and tokens.</param>
    public static MakejinjaPlugin PluginFor(MakejinjaOptions options, FileTree workingFolder) =>
        options.HasPlugins ? MakejinjaPlugin.HomeOperations(workingFolder) : MakejinjaPlugin.None;

    /// <summary>Data from a file, as <see cref="MakejinjaOptions.Data"/> reads it.</summary>
    /// <param name="workingFolder">The folder that the path starts at.</param>
    /// <param name="path">A YAML, TOML or JSON file, or a folder of them.</param>
    /// <param name="findings">Takes what is wrong: HO0404, HO0406, HO0410 and what the formats' readers find.</param>
    /// <returns>The data; without what could not be read.</returns>
    public static PyDict ReadData(FileTree workingFolder, string path, ICollection<HomeOps.Text.Diagnostic> findings)
    {
        var found = new List<HomeOps.Text.Diagnostic>();
        var data = new DataLoader(workingFolder, found).Load([path]);
        foreach (var finding in found)
        {
            findings.Add(finding);
        }

        return data;
    }
}
