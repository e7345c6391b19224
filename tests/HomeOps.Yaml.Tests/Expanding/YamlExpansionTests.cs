using System.Text;

namespace HomeOps.Yaml.Tests.Expanding;

public sealed class YamlExpansionTests
{
    [Theory]
    [InlineData("a: &x 1\nb: *x\n", "{a: 1, b: 1}")]
    [InlineData("a: &x [1]\nb: [*x, *x]\n", "{a: [[1]], b: [[[[1]], [[1]]]]}")]
    [InlineData("a: &x {k: &y v}\nb: *x\nc: *y\n", "{a: {{k: v}}, b: {{k: v}}, c: v}")]
    [InlineData("&k a: 1\n*k : 2\n", "{a: 1, a: 2}")]
    [InlineData("a: &x {k: v}\nb:\n  <<: *x\n", "{a: {{k: v}}, b: {<<: {{k: v}}}}")]
    public void Aliases_become_what_they_stand_for(string text, string expected)
    {
        var (document, error) = YamlExpansion.Expand(Shape.Document(text), mergeKeys: false);

        Assert.Null(error);
        Assert.NotNull(document?.Root);
        Assert.Equal(expected, Shape.Of(document.Root));
    }

    [Theory]
    [InlineData("b: {c: 3, <<: {a: 1, c: 2}, d: 4}", "{b: {{a: 1, c: 3, d: 4}}}")]
    [InlineData("{<<: [{a: 1, b: 1}, {b: 2, c: 2}]}", "{{b: 1, c: 2, a: 1}}")]
    [InlineData("{<<: {a: 1}, <<: {a: 2, b: 2}}", "{{a: 2, b: 2}}")]
    [InlineData("{<<: {<<: {a: 1}, b: 2}, c: 3}", "{{a: 1, b: 2, c: 3}}")]
    [InlineData("{\"<<\": {a: 1}}", "{{\"<<\": {{a: 1}}}}")]
    [InlineData("{!!merge x: {a: 1}}", "{{a: 1}}")]
    [InlineData("{<<: {1: x}, \"1\": y}", "{{1: x, \"1\": y}}")]
    [InlineData("{<<: []}", "{{}}")]
    public void Merge_keys_take_over_entries_as_PyYAML_does(string text, string expected)
    {
        var (document, error) = YamlExpansion.Expand(Shape.Document(text), mergeKeys: true);

        Assert.Null(error);
        Assert.NotNull(document?.Root);
        Assert.Equal(expected, Shape.Of(document.Root));
    }

    [Theory]
    [InlineData("a: 1\n<<: x\n", "2:5")]
    [InlineData("<<: [{a: 1}, x]\n", "1:14")]
    public void Only_mappings_can_be_merged(string text, string place)
    {
        var (document, error) = YamlExpansion.Expand(Shape.Document(text), mergeKeys: true);

        Assert.Null(document);
        Assert.Equal(
            $"t.yaml:{place}: error HO0227: '<<' merges a mapping or a list of mappings only",
            error?.ToString()
        );
        Assert.Equal("refer to a mapping, as in '<<: *defaults', or put '<<' in quotes", error?.Hint);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bomb_of_aliases_is_refused(bool mergeKeys)
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var (document, error) = YamlExpansion.Expand(Shape.Document(text.ToString()), mergeKeys);

        Assert.Null(document);
        Assert.Equal("HO0228", error?.Code);
        Assert.Equal("the document grows beyond 1000000 nodes when its aliases are expanded", error?.Message);
        Assert.Equal("repeat less by aliases", error?.Hint);
    }

    [Fact]
    public void An_empty_document_stays_empty()
    {
        var (document, error) = YamlExpansion.Expand(Shape.Document("---\n"), mergeKeys: true);

        Assert.Null(error);
        Assert.NotNull(document);
        Assert.Null(document.Root);
    }
}
