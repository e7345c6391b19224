namespace HomeOps.Yaml.Tests.Editing;

public sealed class YamlEditTests
{
    [Theory]
    [InlineData("a: 1 # c\nb: 2\n", "x", "a: x # c\nb: 2\n")]
    [InlineData("a: \"1\"\n", "x", "a: x\n")]
    [InlineData("a: |\n  1\n  2\n\nb: 2\n", "x", "a: x\n\nb: 2\n")]
    [InlineData("a:\nb: 2\n", "x", "a: x\nb: 2\n")]
    [InlineData("a: \nb: 2\n", "x", "a: x\nb: 2\n")]
    [InlineData("a: &n !!str 1\n", "x", "a: &n !!str x\n")]
    [InlineData("a: 1\n", "true", "a: \"true\"\n")]
    [InlineData("a: 1\n", "x\ny", "a: \"x\\ny\"\n")]
    [InlineData("a: 1\n", "ENC[x,y:z]", "a: ENC[x,y:z]\n")]
    [InlineData("{a: 1, b: 2}\n", "ENC[x,y:z]", "{a: \"ENC[x,y:z]\", b: 2}\n")]
    [InlineData("\uFEFFa: 1\r\nb:   2\r\n", "x", "\uFEFFa: x\r\nb:   2\r\n")]
    public void Only_the_scalar_changes(string text, string value, string expected)
    {
        var document = Shape.Document(text);
        var scalar = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(document.Root)["a"]);

        Assert.Equal(expected, new YamlEdit(document).Replace(scalar, YamlScalars.String(value)).Apply());
    }

    [Theory]
    [InlineData("a: 1 # c\n\nb: 2\n", "a: 1 # c\nk: v\n\nb: 2\n")]
    [InlineData("a: 1", "a: 1\nk: v")]
    [InlineData("a:\n  x: y\nb: 1\n", "a:\n  x: y\nk: v\nb: 1\n")]
    [InlineData("a: |\n  x\n\nb: 1\n", "a: |\n  x\nk: v\n\nb: 1\n")]
    [InlineData("a: |+\n  x\n\nb: 1\n", "a: |+\n  x\n\nk: v\nb: 1\n")]
    [InlineData("a: |+\r\n  x\r\n\r\nb: 1\r\n", "a: |+\r\n  x\r\n\r\nk: v\r\nb: 1\r\n")]
    [InlineData("- a: 1\n  b: 2\n", "- a: 1\n  k: v\n  b: 2\n")]
    [InlineData("{a: 1, b: 2}\n", "{a: 1, k: v, b: 2}\n")]
    [InlineData("a:\nb: 1\n", "a:\nk: v\nb: 1\n")]
    public void An_entry_comes_behind_another(string text, string expected)
    {
        var (document, mapping) = First(text);

        Assert.Equal(
            expected,
            new YamlEdit(document).Insert(mapping, mapping.Entries[0], "k", YamlScalars.String("v")).Apply()
        );
    }

    [Theory]
    [InlineData("# c\na: 1\n", "# c\nk: v\na: 1\n")]
    [InlineData("- a: 1\n", "- k: v\n  a: 1\n")]
    [InlineData("{a: 1}\n", "{k: v, a: 1}\n")]
    [InlineData("{}\n", "{k: v}\n")]
    public void An_entry_comes_first(string text, string expected)
    {
        var (document, mapping) = First(text);

        Assert.Equal(expected, new YamlEdit(document).Insert(mapping, null, "k", YamlScalars.String("v")).Apply());
    }

    [Theory]
    [InlineData("a: 1\nb: 2 # c\nd: 3\n", 1, "a: 1\nd: 3\n")]
    [InlineData("a: 1\nb:\n  - x\n  - y\n", 1, "a: 1\n")]
    [InlineData("a: 1\nb: |\n  x\n  y\nd: 3\n", 1, "a: 1\nd: 3\n")]
    [InlineData("a: 1\nb: 2", 1, "a: 1")]
    [InlineData("a: 1\r\nb: 2\r\nd: 3\r\n", 1, "a: 1\r\nd: 3\r\n")]
    [InlineData("# h\na: 1\n# i\nb: 2\n", 0, "# h\n# i\nb: 2\n")]
    [InlineData("- a: 1\n  b: 2\n", 0, "- b: 2\n")]
    [InlineData("- a: 1\n  &x b: 2\n", 0, "- &x b: 2\n")]
    [InlineData("- a: 1\n", 0, "- {}\n")]
    [InlineData("{a: 1, b: 2, c: 3}\n", 0, "{b: 2, c: 3}\n")]
    [InlineData("{a: 1, b: 2, c: 3}\n", 2, "{a: 1, b: 2}\n")]
    public void An_entry_is_removed_with_its_lines(string text, int index, string expected)
    {
        var (document, mapping) = First(text);

        Assert.Equal(expected, new YamlEdit(document).Remove(mapping, mapping.Entries[index]).Apply());
    }

    [Fact]
    public void Several_changes_are_made_at_once()
    {
        var (document, mapping) = First("a: 1 # one\nb: [2]\nc: 3\n");
        var edit = new YamlEdit(document)
            .Remove(mapping, mapping.Entries[2])
            .Insert(mapping, mapping.Entries[0], "k", new YamlScalar("4"))
            .Replace(Assert.IsType<YamlScalar>(mapping["a"]), new YamlScalar("5"));

        Assert.Equal("a: 5 # one\nk: 4\nb: [2]\n", edit.Apply());
    }

    [Fact]
    public void Changes_that_overlap_are_a_mistake_of_the_program()
    {
        var (document, mapping) = First("a: 1\nb: 2\n");
        var edit = new YamlEdit(document)
            .Remove(mapping, mapping.Entries[1])
            .Replace(Assert.IsType<YamlScalar>(mapping["b"]), new YamlScalar("5"));

        Assert.Throws<InvalidOperationException>(() => edit.Apply());
    }

    [Fact]
    public void An_entry_of_another_mapping_cannot_be_removed()
    {
        var (document, mapping) = First("a: 1\n");
        var (_, other) = First("a: 1\n");

        Assert.Throws<ArgumentException>(() => new YamlEdit(document).Remove(mapping, other.Entries[0]));
    }

    private static (YamlDocument Document, YamlMapping Mapping) First(string text)
    {
        var document = Shape.Document(text);
        var mapping = document.Root as YamlMapping ?? (document.Root as YamlSequence)?.Items[0] as YamlMapping;
        Assert.NotNull(mapping);
        return (document, mapping);
    }
}
