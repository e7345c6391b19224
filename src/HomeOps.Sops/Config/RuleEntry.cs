using HomeOps.Sops.Selecting;
using HomeOps.Text;

namespace HomeOps.Sops.Config;

/// <summary>A creation rule as read: its path expression, and the rule or what makes it unusable.</summary>
/// <param name="pathRegex">Searched in the path; null when the rule covers every file.</param>
/// <param name="at">The place of the rule.</param>
/// <param name="rule">The rule; null when it has an error.</param>
/// <param name="problem">The error.</param>
internal sealed class RuleEntry(string? pathRegex, Location at, CreationRule? rule, Diagnostic? problem)
{
    private KeyPattern? compiled;

    /// <summary>The expression; null when the rule covers every file.</summary>
    public string? PathRegex => pathRegex;

    /// <summary>The place of the rule.</summary>
    public Location At => at;

    /// <summary>Whether the rule is for this file. The expression is prepared on first use.</summary>
    /// <exception cref="SopsException">The expression is not one Go would take.</exception>
    public bool Covers(string path) =>
        pathRegex is null || (compiled ??= Compile("path_regex", pathRegex)).IsMatch(path);

    /// <exception cref="SopsException">The rule has an error.</exception>
    public CreationRule Usable()
    {
        if (rule is null)
        {
            throw Bad(problem ?? SopsDiagnostics.BadConfig("the rule has an error", at));
        }

        // An expression that Go refuses matches nothing when SOPS encrypts, which would leave every secret plain.
        if (rule.Selector is { UsesRegex: true, Name: { } name })
        {
            Compile(name, rule.Selector.Pattern);
        }

        return rule;
    }

    private KeyPattern Compile(string setting, string pattern) =>
        KeyPattern.TryCompile(pattern, out var reason) ?? throw Bad(SopsDiagnostics.BadExpression(setting, reason, at));

    private static SopsException Bad(Diagnostic diagnostic) => new(SopsFailure.BadConfig, diagnostic);
}
