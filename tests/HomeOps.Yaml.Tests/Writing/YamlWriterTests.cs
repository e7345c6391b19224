namespace HomeOps.Yaml.Tests.Writing;

public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("a: 1\nb: x\n")]
    [InlineData("a:\n    b:\n        c: 1\n")]
    [InlineData("a:\n    - 1\n    - b: 2\n      c: 3\n    - - 4\n      - 5\n")]
    [InlineData("a: {}\nb: []\nc:\n    - {}\n    - []\n")]
    [InlineData("- a\n- b: 1\n  c:\n    - d\n")]
    [InlineData("a: 'x: y'\nb: \"true\"\nc: ~\nd:\n")]
    [InlineData("a: |\n    x\n    y\nb: |-\n    z\n")]
    [InlineData("a: >-\n    x y\nb: >\n    x\n\n    y\n")]
    [InlineData("a: &x 1\nb: *x\n")]
    [InlineData("a: &x\n    b: 1\nc: *x\n")]
    [InlineData("a: !!str 1\nb: !local x\nc: !<tag:x,2000:y> z\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("# head\na: 1\n")]
    [InlineData("# document\n\n# head\na: 1\n")]
    [InlineData("a: 1 # line\nb: 2\n")]
    [InlineData("a: # line\n    b: 1\n")]
    [InlineData("a: # line\n    - b\n")]
    [InlineData("a:\n    # head\n    b: 1\n")]
    [InlineData("a:\n    b: 1\n    # foot\nc: 2\n")]
    [InlineData("x: 0\na: 1\n# foot\n\nb: 2\n")]
    [InlineData("- a # line\n# head\n- b\n")]
    [InlineData("a: | # line\n    x\nb: 1\n")]
    [InlineData("? |-\n    a\n    b\n: 1\n")]
    [InlineData("?   a: 1\n    b: 2\n: c\n")]
    [InlineData("?   - a\n:   - b\n")]
    [InlineData("\"\": 1\n'a: b': 2\n\"1\": 3\n")]
    [InlineData("!!merge <<: x\n")]
    [InlineData("x\n")]
    public void What_is_written_well_comes_back_as_it_was(string text) =>
        Assert.Equal(text, Written(text, YamlProfile.Sops()));

    [Theory]
    [InlineData("a: [1, {b: c}]\n", "a:\n    - 1\n    - b: c\n")]
    [InlineData("a:\n- 1\n", "a:\n    - 1\n")]
    [InlineData("a:   1\n\n\nb: 2\n", "a: 1\nb: 2\n")]
    [InlineData("--- \na: 1\n...\n", "a: 1\n")]
    [InlineData("a: x\n  y\n", "a: x y\n")]
    [InlineData("a: {} # l\n", "a: {} # l\n")]
    [InlineData("a: 1\r\nb: |\r\n  x\r\n", "a: 1\nb: |\n    x\n")]
    [InlineData("<<: {a: 1}\n", "!!merge <<:\n    a: 1\n")]
    [InlineData("---\n", "---\n\n")]
    [InlineData(": a\n", "?\n: a\n")]
    public void Layout_becomes_the_one_of_the_profile(string text, string expected) =>
        Assert.Equal(expected, Written(text, YamlProfile.Sops()));

    [Theory]
    [InlineData(0, "a:\n    - b:\n        c: 1\n")]
    [InlineData(1, "a:\n  - b:\n      c: 1\n")]
    [InlineData(2, "a:\n  - b:\n      c: 1\n")]
    [InlineData(3, "a:\n   - b:\n      c: 1\n")]
    [InlineData(12, "a:\n  - b:\n      c: 1\n")]
    public void Indentation_is_kept_within_2_and_9(int indent, string expected) =>
        Assert.Equal(expected, Written("a: [{b: {c: 1}}]\n", YamlProfile.Sops(indent)));

    [Fact]
    public void A_negative_indent_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => YamlProfile.Sops(-1));

    [Fact]
    public void A_key_over_128_bytes_stands_behind_a_question_mark()
    {
        var fits = new string('k', 128);
        var umlauts = new string('ä', 65);

        Assert.Equal($"{fits}: 1\n", Written($"{fits}: 1\n", YamlProfile.Sops()));
        Assert.Equal($"? {fits}k\n: 1\n", Written($"{fits}k: 1\n", YamlProfile.Sops()));
        Assert.Equal($"? {umlauts}\n: 1\n", Written($"{umlauts}: 1\n", YamlProfile.Sops()));
    }

    [Fact]
    public void A_comment_on_an_empty_mapping_stands_in_its_braces()
    {
        var root = new YamlMapping([
            new YamlEntry(new YamlScalar("a"), new YamlMapping([]) { Comments = new YamlComments("# c") }),
        ]);

        Assert.Equal("a: {\n    # c\n}\n", Write(root, YamlProfile.Sops()));
    }

    [Fact]
    public void The_indentation_digit_of_a_block_in_a_list_is_right_unless_faults_are_wanted()
    {
        var root = new YamlMapping([
            new YamlEntry(new YamlScalar("a"), new YamlSequence([YamlScalars.String(" x\ny\n")])),
        ]);

        Assert.Equal("a:\n    - |2\n       x\n      y\n", Write(root, YamlProfile.Sops()));
        Assert.Equal(
            "a:\n    - |4\n       x\n      y\n",
            Write(root, YamlProfile.Sops() with { ReproducesFaults = true })
        );
    }

    [Fact]
    public void No_line_is_folded()
    {
        var text = $"a: {string.Join(' ', Enumerable.Repeat("word", 100))}\n";

        Assert.Equal(text, Written(text, YamlProfile.Sops()));
    }

    private static string Write(YamlNode root, YamlProfile profile) =>
        YamlWriter.Write([new YamlDocument(new HomeOps.Text.SourceText("t", ""), root)], profile);

    private static string Written(string text, YamlProfile profile)
    {
        var stream = Shape.Read(text);
        Assert.Empty(stream.Diagnostics);
        return YamlWriter.Write(stream.Documents, profile);
    }
}
