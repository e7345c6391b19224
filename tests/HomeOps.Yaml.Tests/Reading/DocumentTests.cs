using HomeOps.Text;

namespace HomeOps.Yaml.Tests.Reading;

public sealed class DocumentTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("# only a comment\n", "")]
    [InlineData("\n\n", "")]
    [InlineData("---\n", "()")]
    [InlineData("---\n---\n", "() --- ()")]
    [InlineData("a: 1\n---\nb: 2\n", "{a: 1} --- {b: 2}")]
    [InlineData("--- a\n--- b\n", "a --- b")]
    [InlineData("a: 1\n...\nb: 2\n", "{a: 1} --- {b: 2}")]
    [InlineData("---\na: 1\n...\n---\nb: 2\n...\n", "{a: 1} --- {b: 2}")]
    [InlineData("%YAML 1.2\n---\na: 1\n", "{a: 1}")]
    [InlineData("%YAML 1.1\n---\na: 1\n", "{a: 1}")]
    [InlineData("%FUTURE x\n---\na: 1\n", "{a: 1}")]
    [InlineData("--- |\n  x\n---\ny\n", "|x\\n| --- y")]
    [InlineData("--- # c\na: 1\n", "{a: 1}")]
    public void Documents_are_divided(string text, string expected) => Assert.Equal(expected, Shape.Of(text));

    [Fact]
    public void An_explicit_start_is_remembered()
    {
        var stream = Shape.Read("a: 1\n---\nb: 2\n");

        Assert.Equal([false, true], stream.Documents.Select(static d => d.ExplicitStart));
    }

    [Fact]
    public void Documents_before_an_error_are_kept()
    {
        var stream = Shape.Read("a: 1\n---\nb: [\n");

        Assert.Equal("{a: 1}", Shape.Of(Assert.IsType<YamlMapping>(Assert.Single(stream.Documents).Root)));
        Assert.True(stream.HasErrors);
    }

    [Fact]
    public void Documents_before_a_control_character_are_kept()
    {
        var stream = Shape.Read("a: 1\n---\nb: \u0001\n---\nc: 3\n");

        Assert.Single(stream.Documents);
        Assert.Equal("HO0213", Assert.Single(stream.Diagnostics).Code);
    }

    [Fact]
    public void An_anchor_is_known_in_its_document_only() => Assert.Equal("&x a HO0207", Shape.Of("&x a\n---\n*x\n"));

    [Fact]
    public void The_size_limit_counts_bytes()
    {
        var options = new YamlReadOptions { MaxBytes = 8 };

        Assert.Empty(YamlReader.Read(new SourceText("t", "a: ääb"), options).Diagnostics);
        Assert.Equal(
            "HO0211",
            Assert.Single(YamlReader.Read(new SourceText("t", "a: äääb"), options).Diagnostics).Code
        );
    }
}
