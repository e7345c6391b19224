using HomeOps.Text;

namespace HomeOps.Yaml.Tests.Reading;

public sealed class DuplicateTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\n", "")]
    [InlineData("a: 1\na: 2\n", "2:1")]
    [InlineData("a: 1\n\"a\": 2\n", "2:1")]
    [InlineData("a: 1\nb:\n  a: 1\n  a: 2\nc: {a: 1, a: 2}\n", "4:3 5:11")]
    [InlineData("- a: 1\n- a: 1\n", "")]
    [InlineData("<<: {a: 1}\n<<: {a: 2}\n", "")]
    [InlineData("&k a: 1\n*k : 2\n", "2:1")]
    public void Duplicates_are_found_within_a_mapping(string text, string expected)
    {
        var document = Shape.Document(text);
        var found = YamlDuplicates.Find(document).Select(d => document.LocationOf(d.Again).Start.ToString());

        Assert.Equal(expected, string.Join(" ", found));
    }

    [Fact]
    public void A_duplicate_is_an_error_or_a_warning_as_the_reader_wants()
    {
        var document = Shape.Document("x: 0\na: 1\na: 2\n");
        var duplicate = Assert.Single(YamlDuplicates.Find(document));
        var error = YamlDuplicates.Error(document, duplicate);
        var warning = YamlDuplicates.Warning(document, duplicate);

        Assert.Equal("t.yaml:3:1: error HO0226: key 'a' stands in line 2 already", error.ToString());
        Assert.Equal("keep one of them", error.Hint);
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Equal("the last one wins; keep one of them", warning.Hint);
    }
}
