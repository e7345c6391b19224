using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>Whether one creation rule covers a file.</summary>
/// <param name="Number">The place of the rule among the others, from 1.</param>
/// <param name="PathRegex">The expression that is searched in the path; null when the rule covers every file.</param>
/// <param name="At">Where the rule stands.</param>
/// <param name="Covers">Whether it covers the file.</param>
public sealed record RuleVerdict(int Number, string? PathRegex, Location At, bool Covers);
