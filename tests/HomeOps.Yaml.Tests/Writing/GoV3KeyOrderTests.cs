namespace HomeOps.Yaml.Tests.Writing;

/// <summary>go-yaml's order of map keys (sorter.go).</summary>
public sealed class GoV3KeyOrderTests
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("B", "a")]
    [InlineData("a", "ab")]
    [InlineData("a2", "a10")]
    [InlineData("a2b", "a10a")]
    [InlineData("a-b", "ab")]
    [InlineData("a1", "aa")]
    [InlineData("a1b", "a12")]
    [InlineData("net.ipv4.ip_forward", "net.ipv6.x")]
    [InlineData("audit", "audit-version")]
    [InlineData("x10", "x100")]
    [InlineData("", "a")]
    public void The_first_comes_before_the_second(string first, string second)
    {
        Assert.True(GoV3KeyOrder.Instance.Compare(first, second) < 0);
        Assert.True(GoV3KeyOrder.Instance.Compare(second, first) > 0);
        Assert.Equal(0, GoV3KeyOrder.Instance.Compare(first, first));
    }

    [Fact]
    public void Talos_and_talhelper_differ_in_the_indent_only()
    {
        var root = new YamlMapping([new YamlEntry(new YamlScalar("a"), new YamlSequence([new YamlScalar("b")]))]);
        var document = new YamlDocument(new Text.SourceText("", ""), root);
        Assert.Equal("a:\n    - b\n", YamlWriter.Write([document], YamlProfile.Talos));
        Assert.Equal("a:\n  - b\n", YamlWriter.Write([document], YamlProfile.Talhelper));
    }
}
