using System.Text.RegularExpressions;
using HomeOps.Testing;

namespace HomeOps.Talos.Tests.Rules;

/// <summary>The examples of docs/diagnostics.md about Talos (HO08xx, HO155x to HO159x) say what the program says.</summary>
public sealed partial class DocumentedExampleTests
{
    [Fact]
    public void Every_message_of_an_example_is_pinned_by_a_test()
    {
        var pinned = Directory
            .EnumerateFiles(Golden.Path(".."), "*", SearchOption.AllDirectories)
            .Where(static f => Path.GetExtension(f) is ".cs" or ".expected")
            .Select(static f => File.ReadAllText(f).Replace("\\\"", "\"", StringComparison.Ordinal))
            .ToList();

        var examples = Example().Matches(Document).Select(static m => m.Groups[1].Value).ToList();

        Assert.True(examples.Count >= 125, $"only {examples.Count} examples");
        Assert.All(examples, e => Assert.Contains(pinned, p => p.Contains(e, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_example_with_a_golden_of_the_same_finding_is_that_golden()
    {
        var goldens = Directory
            .EnumerateFiles(Golden.Path("Broken"), "*.expected")
            .SelectMany(static f => Finding().Matches(File.ReadAllText(f)))
            .Select(static m => m.Value.TrimEnd('\n'))
            .ToLookup(static b => b[..b.IndexOf('\n', StringComparison.Ordinal)], StringComparer.Ordinal);
        var blocks = Block().Matches(Document).Select(static m => m.Groups[1].Value).ToList();

        foreach (var block in blocks)
        {
            var same = goldens[block[..block.IndexOf('\n', StringComparison.Ordinal)]].ToList();
            Assert.True(same.Count == 0 || same.Contains(block, StringComparer.Ordinal), block);
        }
    }

    private static string Document => File.ReadAllText(Golden.Path("../../../docs/diagnostics.md"));

    [GeneratedRegex("```text\n(?:error|warning|note) HO(?:08|15[5-9])[0-9]+: (.*)\n")]
    private static partial Regex Example();

    [GeneratedRegex("```text\n((?:error|warning|note) HO(?:08|15[5-9])[0-9]+: .*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^(?:error|warning|note) HO[0-9]{4}: .*\n(?: .*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
