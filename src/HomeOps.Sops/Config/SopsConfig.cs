using HomeOps.Sops.Config;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>A <c>.sops.yaml</c>: which rule covers which file.</summary>
public sealed class SopsConfig
{
    private readonly SourceText source;
    private readonly IReadOnlyList<RuleEntry> rules;
    private readonly Diagnostic? negativeIndent;

    internal SopsConfig(
        SourceText source,
        IReadOnlyList<RuleEntry> rules,
        StoreIndents indents,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        this.source = source;
        this.rules = rules;
        Indents = indents;
        Diagnostics = diagnostics;
        negativeIndent = diagnostics.FirstOrDefault(static d => d.Code is "HO0657");
    }

    /// <summary>The only name SOPS looks for.</summary>
    public const string FileName = ".sops.yaml";

    /// <summary>How far written files are indented.</summary>
    public StoreIndents Indents { get; }

    /// <summary>Findings: errors in rules, and warnings about settings that do not do what they seem to.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads a configuration. Errors in one rule do not hinder the others.</summary>
    /// <param name="source">The text of .sops.yaml.</param>
    /// <exception cref="SopsException"><see cref="SopsFailure.BadConfig"/>: the text is no YAML, or not of the shape of a configuration.</exception>
    public static SopsConfig Parse(SourceText source) => new ConfigReader(source).Read();

    /// <summary>The warning for a <c>.sops.yml</c>, which SOPS never reads.</summary>
    public static Diagnostic WrongName(string path) => SopsDiagnostics.WrongConfigName(path);

    /// <summary>The first rule that covers a file; null when none does.</summary>
    /// <param name="path">The file's path relative to the folder of the configuration, with <c>/</c>.</param>
    /// <exception cref="SopsException"><see cref="SopsFailure.BadConfig"/>: a rule on the way to the match, or the match itself, cannot be used.</exception>
    public CreationRule? FindRule(string path)
    {
        foreach (var rule in rules)
        {
            if (rule.Covers(path))
            {
                return Usable(rule, path);
            }
        }

        return null;
    }

    /// <summary>
    /// The rules in their order up to the first that covers a file, which is the last of the list if its <see cref="RuleVerdict.Covers"/> says so.
    /// </summary>
    /// <param name="path">The file's path relative to the folder of the configuration, with <c>/</c>.</param>
    /// <exception cref="SopsException"><see cref="SopsFailure.BadConfig"/>: the expression of a rule on the way cannot be used.</exception>
    public IReadOnlyList<RuleVerdict> Explain(string path)
    {
        var verdicts = new List<RuleVerdict>();
        foreach (var rule in rules)
        {
            var covers = rule.Covers(path);
            verdicts.Add(new RuleVerdict(verdicts.Count + 1, rule.PathRegex, rule.At, covers));
            if (covers)
            {
                break;
            }
        }

        return verdicts;
    }

    /// <summary>The first rule that covers a file.</summary>
    /// <param name="path">The file's path relative to the folder of the configuration, with <c>/</c>.</param>
    /// <exception cref="SopsException"><see cref="SopsFailure.NoMatchingRule"/> when none does.</exception>
    public CreationRule RequireRule(string path) =>
        FindRule(path)
        ?? throw new SopsException(
            SopsFailure.NoMatchingRule,
            SopsDiagnostics.NoMatchingRule(path, Location.OfFile(source.Path))
        );

    private CreationRule Usable(RuleEntry entry, string path) =>
        negativeIndent is not null && SopsFormat.For(path) == SopsFormat.Yaml
            ? throw new SopsException(SopsFailure.BadConfig, negativeIndent)
            : entry.Usable();
}
