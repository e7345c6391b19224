using HomeOps.Talos.Inputs;

namespace HomeOps.Talos.Tests.Inputs;

/// <summary>The grammar of joho/godotenv, which talhelper reads env files with.</summary>
public sealed class DotenvTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("A: 1", "1")]
    [InlineData("export A=1", "1")]
    [InlineData("# comment\nA=1", "1")]
    [InlineData("---\nA: v1.13.9", "v1.13.9")]
    [InlineData("A=1 # comment", "1")]
    [InlineData("A=a#b", "a#b")]
    [InlineData("A='x # y'", "x # y")]
    [InlineData("A=\"x\\ny\"", "x\ny")]
    [InlineData("A=\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("B=2\nA=$B/x", "2/x")]
    [InlineData("B=2\nA=\"${B}0\"", "20")]
    [InlineData("B=2\nA='$B'", "$B")]
    [InlineData("A=1\nA=2", "2")]
    [InlineData("A=", "")]
    [InlineData("A=http://x:80/", "http://x:80/")]
    public void Reads_a_value(string text, string expected)
    {
        var variables = new Variables(new Dictionary<string, string>());
        Assert.Equal(0, Dotenv.Read(text, variables));
        Assert.Equal(expected, variables["A"]);
    }

    [Fact]
    public void Names_the_line_it_does_not_understand() =>
        Assert.Equal(2, Dotenv.Read("A=1\nno pair", new Variables(new Dictionary<string, string>())));
}
