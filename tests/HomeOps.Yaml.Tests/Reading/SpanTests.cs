namespace HomeOps.Yaml.Tests.Reading;

public sealed class SpanTests
{
    [Theory]
    [InlineData("a: bc d\n", "bc d")]
    [InlineData("a: 'b''c' # d\n", "'b''c'")]
    [InlineData("a: \"b\\n\"\n", "\"b\\n\"")]
    [InlineData("a: &x !!str b\n", "b")]
    [InlineData("a: |\n  b\n  c\n\nd: 1\n", "|\n  b\n  c")]
    [InlineData("a: >-\n  b\nd: 1\n", ">-\n  b")]
    [InlineData("a: |\nd: 1\n", "|")]
    [InlineData("a: b\n  c\nd: 1\n", "b\n  c")]
    [InlineData("a: [b, c] # d\n", "[b, c]")]
    [InlineData("a: {b: c}\n", "{b: c}")]
    [InlineData("a:\n  b: 1\n  c: 2 # x\nd: 1\n", "b: 1\n  c: 2")]
    [InlineData("a:\n  - b\n  - c: d\n    e: f\n", "- b\n  - c: d\n    e: f")]
    [InlineData("a:\n- b\n- c\nd: 1\n", "- b\n- c")]
    [InlineData("a:\n  b:\nd: 1\n", "b:")]
    [InlineData("x: &y 1\na: *y\n", "*y")]
    [InlineData("\uFEFFa: b\r\n", "b")]
    [InlineData("😀: 1\na: 😀x\n", "😀x")]
    public void A_value_spans_its_own_characters(string text, string expected)
    {
        var value = Shape.Mapping(text).Find("a")?.Value;

        Assert.NotNull(value);
        Assert.Equal(expected, text.Substring(value.Span.Start, value.Span.Length));
    }

    [Theory]
    [InlineData("a:\nb: 1\n", 2)]
    [InlineData("a: !!str\nb: 1\n", 8)]
    [InlineData("{a: , b: 1}\n", 3)]
    [InlineData("{a}\n", 2)]
    [InlineData("? a\n", 3)]
    public void A_missing_value_stands_behind_what_asks_for_it(string text, int offset)
    {
        var value = Shape.Mapping(text).Find("a")?.Value;

        Assert.NotNull(value);
        Assert.Equal((offset, 0), (value.Span.Start, value.Span.Length));
    }

    [Fact]
    public void A_place_is_given_in_lines_and_columns()
    {
        var document = Shape.Document("a:\n  b: c\n");
        var value = Assert.IsType<YamlMapping>(Assert.IsType<YamlMapping>(document.Root)["a"])["b"];

        Assert.NotNull(value);
        Assert.Equal("t.yaml:2:6", document.LocationOf(value).ToString());
    }
}
