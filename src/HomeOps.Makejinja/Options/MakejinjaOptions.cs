using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>
/// The options of a makejinja 2.8 project, under the names and with the defaults that makejinja gives them. Paths stand as they were written, relative
/// to the working folder. <see cref="MakejinjaConfig"/> reads them and says what is wrong with them (HO0401 to HO0404).
/// </summary>
public sealed record MakejinjaOptions
{
    /// <summary>Folders of templates, or single templates; of two files with one output path the first counts.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Where the result goes: a folder, or a file where one single template is the input; the only option without which nothing runs.</summary>
    public string Output { get; init; } = string.Empty;

    /// <summary>Globs that say which files of an input folder are taken.</summary>
    public IReadOnlyList<string> IncludePatterns { get; init; } = ["**/*"];

    /// <summary>Patterns, matched from the right end of a path, of what is not rendered. It can still be included by name.</summary>
    public IReadOnlyList<string> ExcludePatterns { get; init; } = [];

    /// <summary>The last suffix of a template's file name, with its dot; empty when every file is one. Single files are templates without it.</summary>
    public string JinjaSuffix { get; init; } = ".jinja";

    /// <summary>Whether the output of a template keeps the suffix.</summary>
    public bool KeepJinjaSuffix { get; init; }

    /// <summary>Whether what renders to white space is written all the same, and empty folders stay.</summary>
    public bool KeepEmpty { get; init; }

    /// <summary>Whether outputs take mode, time of access and time of change of their templates.</summary>
    public bool CopyMetadata { get; init; }

    /// <summary>Files of data, or folders of them; later ones replace top-level names of earlier ones.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>Single values on top of the data; a dotted name reaches into mappings, a value is always text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DataVars { get; init; } = [];

    /// <summary>Files of data for one template each, by its name: the path below its input folder, suffix included. They hide the data of all.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> FileData { get; init; } = [];

    /// <summary>Python plugins, <c>module:Class</c>. They are not run: homeops has functions of its own in their place.</summary>
    public IReadOnlyList<string> Plugins { get; init; } = [];

    /// <summary>As <see cref="Plugins"/>, under its older name.</summary>
    public IReadOnlyList<string> Loaders { get; init; } = [];

    /// <summary>Where Python looks for the plugins; only messages about unknown functions look there.</summary>
    public IReadOnlyList<string> ImportPaths { get; init; } = ["."];

    /// <summary>Jinja's own extensions that are on; makejinja turns none on by itself.</summary>
    public JinjaExtensions Extensions { get; init; }

    /// <summary>How names that are not there behave.</summary>
    public UndefinedMode Undefined { get; init; }

    /// <summary>Shell commands run before everything, see <see cref="ProjectHooks"/>.</summary>
    public IReadOnlyList<string> ExecPre { get; init; } = [];

    /// <summary>Shell commands run after everything.</summary>
    public IReadOnlyList<string> ExecPost { get; init; } = [];

    /// <summary>Whether the output folder is deleted whole first; refused (HO0412) where the working folder, an input or data are in it.</summary>
    public bool Clean { get; init; }

    /// <summary>Whether existing files that differ are overwritten; else they stay and the log says so.</summary>
    public bool Force { get; init; }

    /// <summary>Whether nothing is logged.</summary>
    public bool Quiet { get; init; }

    /// <summary>Delimiters, prefixes and white space. Unlike Jinja, makejinja trims and strips blocks and keeps the last line end.</summary>
    public JinjaSyntax Syntax { get; init; } =
        new()
        {
            TrimBlocks = true,
            LstripBlocks = true,
            KeepTrailingNewline = true,
        };

    /// <summary>Whether printed values are escaped for HTML: <c>internal.autoescape</c>, which makejinja hides.</summary>
    public bool Autoescape { get; init; }

    /// <summary>Whether the one file that is rendered is to be printed: <c>output</c> is <c>/dev/stdout</c>.</summary>
    public bool IsToStandardOutput => Output == "/dev/stdout";

    /// <summary>Whether a Python plugin is named, under either name.</summary>
    public bool HasPlugins => Plugins.Count + Loaders.Count > 0;
}
