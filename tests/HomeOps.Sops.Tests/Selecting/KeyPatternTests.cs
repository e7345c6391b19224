using HomeOps.Sops.Selecting;

namespace HomeOps.Sops.Tests.Selecting;

public sealed class KeyPatternTests
{
    [Theory]
    [InlineData("^(data|stringData)$", "data", true)]
    [InlineData("^(data|stringData)$", "stringData", true)]
    [InlineData("^(data|stringData)$", "metadata", false)]
    [InlineData("^(data|stringData)$", "data\n", false)]
    [InlineData("data", "metadata", true)]
    [InlineData("^data", "metadata", false)]
    [InlineData("talos/.*\\.sops\\.ya?ml", "talos/talsecret.sops.yaml", true)]
    [InlineData("talos/.*\\.sops\\.ya?ml", "talos/talsecret.sops.json", false)]
    [InlineData("(bootstrap|kubernetes)/.*\\.sops\\.ya?ml", "kubernetes/apps/a/secret.sops.yml", true)]
    [InlineData("a$", "a\n", false)]
    [InlineData("(?m)a$", "a\nb", true)]
    [InlineData("(?i)TOKEN", "my_token", true)]
    [InlineData("^\\d+$", "٣", false)]
    [InlineData("^\\w+$", "über", false)]
    [InlineData("^[[:alpha:]]+$", "abc", true)]
    [InlineData("^[[:alpha:]]+$", ":a", false)]
    [InlineData("^[^[:digit:]]+$", "a1", false)]
    [InlineData("\\Qa.b\\E", "axb", false)]
    [InlineData("\\Qa.b\\E", "a.b", true)]
    [InlineData("^(?P<name>x)$", "x", true)]
    [InlineData("^\\x{41}\\x42$", "AB", true)]
    [InlineData("^\\pL+$", "aß", true)]
    [InlineData("^[a-z-[x]+$", "a-[x", true)]
    [InlineData("^[]a]+$", "]a", true)]
    [InlineData("^(?s:.)$", "\n", true)]
    [InlineData("(?U)a+", "aa", true)]
    public void Finds_what_Go_finds(string pattern, string text, bool found) =>
        Assert.Equal(found, KeyPattern.Compile(pattern).IsMatch(text));

    [Theory]
    [InlineData("a(?=b)")]
    [InlineData("a(?!b)")]
    [InlineData("(?<=a)b")]
    [InlineData("(a)\\1")]
    [InlineData("(?>a)")]
    [InlineData("a\\Z")]
    [InlineData("(a")]
    [InlineData("[a")]
    [InlineData("[[:foo:]]")]
    [InlineData("a\\")]
    [InlineData("a**")]
    [InlineData("(?x)a")]
    public void Refuses_what_Go_refuses_and_then_matches_nothing(string pattern)
    {
        Assert.Null(KeyPattern.TryCompile(pattern, out var reason));
        Assert.StartsWith("error parsing regexp", reason, StringComparison.Ordinal);
        Assert.False(KeyPattern.Compile(pattern).IsMatch("ab"));
    }

    [Fact]
    public void A_hostile_expression_does_not_hang() =>
        Assert.False(KeyPattern.Compile("^(a+)+$").IsMatch(new string('a', 5000) + "b"));
}
