namespace HomeOps.Yaml.Tests.Reading;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("a b  c", "a b  c")]
    [InlineData("a\n b\n\n c", "a b\\nc")]
    [InlineData("a: b\n  c\n\n\n  d\n", "{a: b c\\n\\nd}")]
    [InlineData("a: b # c\n", "{a: b}")]
    [InlineData("a: b#c\n", "{a: b#c}")]
    [InlineData("a: b:c\n", "{a: b:c}")]
    [InlineData("a: -b\n", "{a: -b}")]
    [InlineData("a: ?b\n", "{a: ?b}")]
    [InlineData("a: :b\n", "{a: :b}")]
    [InlineData("a: b\t\n", "{a: b}")]
    [InlineData("a:\tb\n", "{a: b}")]
    [InlineData("- ---\n", "[---]")]
    [InlineData("a: x [y] {z}, w\n", "{a: x [y] {z}, w}")]
    [InlineData("Ä: ö😀\n", "{Ä: ö😀}")]
    public void Plain_scalars_are_read(string text, string expected) => Assert.Equal(expected, Shape.Of(text));

    [Theory]
    [InlineData("'it''s'", "'it's'")]
    [InlineData("''", "''")]
    [InlineData("'a\n  b\n\n  c'", "'a b\\nc'")]
    [InlineData("' a '", "' a '")]
    [InlineData("'a # b: c'", "'a # b: c'")]
    [InlineData("a: 'b' # c\n", "{a: 'b'}")]
    [InlineData("'a\\n'", "'a\\n'")]
    public void Single_quoted_scalars_are_read(string text, string expected) => Assert.Equal(expected, Shape.Of(text));

    [Theory]
    [InlineData("\"a\\tb\"", "a\tb")]
    [InlineData("\"\\x41\\u00e4\\U0001F600\"", "Aä😀")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\\\"\\\\\\/\"", "\"\\/")]
    [InlineData("\"\\0\\a\\b\\e\\f\\v\\r\\n\\_\\N\\L\\P\"", "\0\a\b\u001b\f\v\r\n\u00a0\u0085\u2028\u2029")]
    [InlineData("\"a\n  b\"", "a b")]
    [InlineData("\"a\n\n  b\"", "a\nb")]
    [InlineData("\"a\\\n  b\"", "ab")]
    [InlineData("\"a \\\n  b\"", "a b")]
    [InlineData("\"a\\\n\n  b\"", "a\nb")]
    [InlineData("\"a  \n  b\"", "a b")]
    [InlineData("\"\"", "")]
    public void Double_quoted_scalars_are_read(string text, string expected) =>
        Assert.Equal(expected, Assert.IsType<YamlScalar>(Shape.Root(text)).Value);

    [Theory]
    [InlineData("a: |\n  x\n  y\n", "x\ny\n")]
    [InlineData("a: |-\n  x\n  y\n", "x\ny")]
    [InlineData("a: |+\n  x\n\n\n", "x\n\n\n")]
    [InlineData("a: |\n  x\n\n\n", "x\n")]
    [InlineData("a: |\n\n  x\n", "\nx\n")]
    [InlineData("a: |\n  x\n   y\n  z\n", "x\n y\nz\n")]
    [InlineData("a: |2\n    x\n", "  x\n")]
    [InlineData("a: |2-\n   x\n", " x")]
    [InlineData("a: |-2\n   x\n", " x")]
    [InlineData("a: | # c\n  x\n", "x\n")]
    [InlineData("a: |\nb: 1\n", "")]
    [InlineData("a: |+\n\nb: 1\n", "\n")]
    [InlineData("a: |\n  # no comment\n", "# no comment\n")]
    [InlineData("a: |\n  x", "x")]
    [InlineData("a: |\n  \tx\n", "\tx\n")]
    [InlineData("a: >\n  x\n  y\n\n  z\n", "x y\nz\n")]
    [InlineData("a: >-\n  x\n    y\n  z\n", "x\n  y\nz")]
    [InlineData("a: >\n  x\n\n\n  y\n", "x\n\ny\n")]
    [InlineData("a: |\r\n  x\r\n  y\r\n", "x\ny\n")]
    public void Block_scalars_are_read(string text, string expected) =>
        Assert.Equal(expected, Assert.IsType<YamlScalar>(Shape.Mapping(text)["a"]).Value);

    [Theory]
    [InlineData("a: 1\r\nb:\r\n  - x\r\n", "{a: 1, b: [x]}")]
    [InlineData("\uFEFFa: 1\n", "{a: 1}")]
    [InlineData("a: 1\r\n\r\nb: 'x\r\n  y'\r\n", "{a: 1, b: 'x y'}")]
    [InlineData("a: 1\n  \t\nb: 2\n", "{a: 1, b: 2}")]
    [InlineData("a: 1", "{a: 1}")]
    public void Byte_order_mark_line_ends_and_blank_lines_do_not_matter(string text, string expected) =>
        Assert.Equal(expected, Shape.Of(text));
}
