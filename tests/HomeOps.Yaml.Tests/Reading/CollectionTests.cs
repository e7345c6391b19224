namespace HomeOps.Yaml.Tests.Reading;

public sealed class CollectionTests
{
    [Theory]
    [InlineData("a: 1\nb: 2\n", "{a: 1, b: 2}")]
    [InlineData("a:\n  b:\n    c: 1\n  d: 2\n", "{a: {b: {c: 1}, d: 2}}")]
    [InlineData("- a\n- b\n", "[a, b]")]
    [InlineData("- - a\n  - b\n- - c\n", "[[a, b], [c]]")]
    [InlineData("a:\n- 1\n- 2\nb: 3\n", "{a: [1, 2], b: 3}")]
    [InlineData("a:\n  - 1\n  -\n  - x: y\n    z: w\n", "{a: [1, ~, {x: y, z: w}]}")]
    [InlineData("a:\nb:\n", "{a: ~, b: ~}")]
    [InlineData("a: [1, 2]\nb: {c: d, e: [f]}\n", "{a: [[1, 2]], b: {{c: d, e: [[f]]}}}")]
    [InlineData("[a, b: c, ? d : e, ? f]", "[[a, {{b: c}}, {{d: e}}, {{f: ~}}]]")]
    [InlineData("{a, b:, c: d, \"e\":f}", "{{a: ~, b: ~, c: d, \"e\": f}}")]
    [InlineData("[]", "[[]]")]
    [InlineData("{}", "{{}}")]
    [InlineData("[a,\n b,\n]\n", "[[a, b]]")]
    [InlineData("{ # first\n a: 1, # one\n b: 2\n}\n", "{{a: 1, b: 2}}")]
    [InlineData("? a\n: b\n? c\n", "{a: b, c: ~}")]
    [InlineData("? - a\n  - b\n: - c\n", "{[a, b]: [c]}")]
    [InlineData("? {x: 1}\n: y\n", "{{{x: 1}}: y}")]
    [InlineData("[x]: y\n", "{[[x]]: y}")]
    [InlineData(": a\n", "{~: a}")]
    [InlineData("a: &x 1\nb: *x\n", "{a: &x 1, b: *x}")]
    [InlineData("a: &x\n  b: 1\nc: *x\n", "{a: &x {b: 1}, c: *x}")]
    [InlineData("&k a: 1\n*k : 2\n", "{&k a: 1, *k: 2}")]
    [InlineData("a: &x\nb: *x\n", "{a: &x ~, b: *x}")]
    [InlineData("- &a 1\n- &a 2\n- *a\n", "[&a 1, &a 2, *a]")]
    [InlineData("http://x: y:z\n", "{http://x: y:z}")]
    [InlineData("a: -1\nb: - \n", "HO0216")]
    [InlineData("a: {b: http://c/?d=e&f}\n", "{a: {{b: http://c/?d=e&f}}}")]
    [InlineData("a: [::1, \"x\"]\n", "{a: [[::1, \"x\"]]}")]
    public void Collections_are_read(string text, string expected) => Assert.Equal(expected, Shape.Of(text));

    [Theory]
    [InlineData("a: !!str 1\n", "{a: <tag:yaml.org,2002:str> 1}")]
    [InlineData("a: !local x\n", "{a: <!local> x}")]
    [InlineData("a: !<tag:x.org,2000:y> z\n", "{a: <tag:x.org,2000:y> z}")]
    [InlineData("%TAG !e! tag:e.org,2000:\n---\na: !e!f x\n", "{a: <tag:e.org,2000:f> x}")]
    [InlineData("%TAG !! tag:e.org,2000:\n---\n!!f x\n", "<tag:e.org,2000:f> x")]
    [InlineData("!!map\na: 1\n", "<tag:yaml.org,2002:map> {a: 1}")]
    [InlineData("- !!seq [a]\n", "[<tag:yaml.org,2002:seq> [[a]]]")]
    [InlineData("a: !!null\nb: 1\n", "{a: <tag:yaml.org,2002:null> ~, b: 1}")]
    [InlineData("a: &x !!str y\n", "{a: &x <tag:yaml.org,2002:str> y}")]
    [InlineData("a: !!str &x y\n", "{a: &x <tag:yaml.org,2002:str> y}")]
    [InlineData("a: ! y\n", "{a: <!> y}")]
    [InlineData("a: !x%20y z\n", "{a: <!x y> z}")]
    public void Tags_are_resolved(string text, string expected) => Assert.Equal(expected, Shape.Of(text));

    [Fact]
    public void An_alias_leads_to_the_node_with_the_anchor()
    {
        var root = Shape.Mapping("a: &x {b: 1}\nc: *x\n");

        Assert.Same(root.Entries[0].Value, root.Entries[1].Value.Resolved);
    }

    [Fact]
    public void A_mapping_gives_the_last_of_equal_keys()
    {
        var root = Shape.Mapping("a: 1\nb: 2\na: 3\n");

        Assert.Equal("3", Assert.IsType<YamlScalar>(root["a"]).Value);
        Assert.Null(root["c"]);
        Assert.Equal(3, root.Entries.Count);
    }

    [Fact]
    public void A_long_input_of_open_brackets_is_refused_without_harm()
    {
        var stream = Shape.Read(new string('[', 200_000));

        Assert.Equal("HO0212", Assert.Single(stream.Diagnostics).Code);
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        Assert.Empty(Shape.Read(new string('[', 1000) + new string(']', 1000)).Diagnostics);
        Assert.Equal("HO0212", Shape.Of(new string('[', 1001) + new string(']', 1001)));
        Assert.Equal("HO0212", Shape.Of(string.Concat(Enumerable.Repeat("- ", 1001))));
    }
}
