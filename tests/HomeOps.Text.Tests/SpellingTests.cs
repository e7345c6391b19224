namespace HomeOps.Text.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("node_cdir", "node_cidr")]
    [InlineData("defualt", "default")]
    [InlineData("Upper", "upper")]
    [InlineData("zzz", null)]
    [InlineData("x", null)]
    public void Offers_the_closest_name_only_when_it_is_close(string name, string? expected) =>
        Assert.Equal(expected, Spelling.Nearest(name, ["node_cidr", "default", "upper", "node_dns_servers"]));
}
