using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>
/// The options of a project: makejinja's defaults, then makejinja.toml (or the files that MAKEJINJA_SETTINGS names), then
/// <c>MAKEJINJA_…</c> variables, then the command line. A later value replaces an earlier one whole, lists as well.
/// </summary>
/// <param name="Options">The options; not to be used when there are errors.</param>
/// <param name="Diagnostics">Everything that is wrong, at once.</param>
public sealed record MakejinjaConfig(MakejinjaOptions Options, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The file that holds the options.</summary>
    public const string FileName = "makejinja.toml";

    /// <summary>Whether the options cannot be used.</summary>
    public bool HasErrors => Diagnostics.Any(static d => d.Severity == Severity.Error);

    /// <summary>Reads the options of a project.</summary>
    /// <param name="workingFolder">The folder that relative paths start at. A missing makejinja.toml is no error.</param>
    /// <param name="environment">The environment variables: <c>MAKEJINJA_SETTINGS</c> and <c>MAKEJINJA_…</c>; lists stand with <c>:</c> between their items.</param>
    /// <param name="overrides">What the command line says; of two for one option that is no list the later counts.</param>
    /// <returns>The options with everything that is wrong: unknown names (HO0401), no output (HO0402), wrong values (HO0403), paths that do not exist (HO0404).</returns>
    public static MakejinjaConfig Load(
        FileTree workingFolder,
        IReadOnlyDictionary<string, string> environment,
        IEnumerable<OptionOverride>? overrides = null
    ) => new ConfigLoader(new ReachingTree(workingFolder, static () => [])).Load(environment, overrides ?? []);
}
