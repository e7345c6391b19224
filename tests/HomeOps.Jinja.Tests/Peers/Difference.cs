using System.Text;
using System.Text.RegularExpressions;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>A case that the two engines do not agree on.</summary>
internal sealed partial record Difference(int Seed, PeerCase Case, PeerOutcome Theirs, PeerOutcome Ours)
{
    /// <summary>What it has in common with others of its sort: the errors without the values in them.</summary>
    public string Shape => $"{Shaped(Theirs)} / {Shaped(Ours)}";

    /// <summary>How much there is to read.</summary>
    public int Length => Case.Files.Values.Sum(static t => t.Length);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("seed ").Append(Seed).Append(' ').Append(Case.Options).Append('\n');
        foreach (var (name, template) in Case.Files)
        {
            text.Append("  ").Append(name).Append(": ").Append(Shown(template)).Append('\n');
        }

        return text.Append("  jinja2: ").Append(Shown(Theirs)).Append("\n  here:   ").Append(Shown(Ours)).ToString();
    }

    private static string Shaped(PeerOutcome outcome) =>
        outcome.Error is null ? "text" : $"{outcome.Error} {Values().Replace(outcome.Message ?? "", "_")}";

    private static string Shown(PeerOutcome outcome) =>
        outcome.Text is { } text ? Shown(text) : $"!! {outcome.Error}: {outcome.Message} (line {outcome.Line})";

    private static string Shown(string text) =>
        '"'
        + text.Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal)
            .Replace("\r", @"\r", StringComparison.Ordinal)
        + '"';

    [GeneratedRegex(@"'[^']*'|""[^""]*""|-?\d+(\.\d+)?")]
    private static partial Regex Values();
}
