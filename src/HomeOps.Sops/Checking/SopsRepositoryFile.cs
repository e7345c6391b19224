using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>A file that <see cref="SopsCheck"/> looks at.</summary>
/// <param name="RulePath">The path that rules are matched with: relative to the folder of the configuration, with <c>/</c>.</param>
/// <param name="Text">Its text, under the name that findings show.</param>
public sealed record SopsRepositoryFile(string RulePath, SourceText Text);
