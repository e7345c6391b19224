using System.Text.RegularExpressions;

namespace HomeOps.Cli.Tests.House;

/// <summary>docs/diagnostics.md and the code name the same codes, and a test pins each.</summary>
public sealed partial class DiagnosticCodeTests
{
    [Fact]
    public void Every_code_is_documented_and_every_documented_code_exists()
    {
        var inCode = InCode();
        var inDocument = Headings().Matches(File.ReadAllText(Document)).Select(static m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(inCode);
        Assert.Equal(inDocument.Distinct(StringComparer.Ordinal), inDocument);
        Assert.Equal([.. inCode], inDocument.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_is_explained_in_order_by_an_example_of_its_own()
    {
        var sections = File.ReadAllText(Document).Split("\n### ")[1..];

        Assert.Equal(sections.Order(StringComparer.Ordinal), sections);
        Assert.All(sections, static s => Assert.Equal(s[..6], Example().Match(s).Groups[1].Value));
    }

    [Fact]
    public void Every_code_is_pinned_by_a_test()
    {
        var files = Directory
            .EnumerateFiles(Path.Join(Checkout.Root, "tests"), "*", SearchOption.AllDirectories)
            .Where(static f => Path.GetExtension(f) is ".cs" or ".txt" or ".expected")
            .Where(static f => !f.Contains("/obj/", StringComparison.Ordinal));

        Assert.Empty(InCode().Except(Codes(files, Anywhere()), StringComparer.Ordinal));
    }

    private static string Document => Path.Join(Checkout.Root, "docs", "diagnostics.md");

    // In the code a code is a string literal; a comment may show one in passing.
    private static SortedSet<string> InCode() => Codes(Checkout.ProductCode(), Literal());

    private static SortedSet<string> Codes(IEnumerable<string> files, Regex code) =>
        new(
            files.SelectMany(f => code.Matches(File.ReadAllText(f)).Select(static m => m.Groups[1].Value)),
            StringComparer.Ordinal
        );

    [GeneratedRegex("\"(HO[0-9]{4})\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(HO[0-9]{4})")]
    private static partial Regex Anywhere();

    [GeneratedRegex("```text\n(?:error|warning|note) (HO[0-9]{4}): ")]
    private static partial Regex Example();

    [GeneratedRegex("^### (HO[0-9]{4})", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
