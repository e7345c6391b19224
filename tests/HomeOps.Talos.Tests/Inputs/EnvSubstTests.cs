using HomeOps.Talos.Inputs;

namespace HomeOps.Talos.Tests.Inputs;

/// <summary>a8m/envsubst with NoUnset and NoEmpty, as talhelper calls it (README, "Docs").</summary>
public sealed class EnvSubstTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["SET"] = "value",
        ["OTHER"] = "other",
        ["EMPTY"] = "",
        ["REF"] = "$OTHER",
    };

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$SET", "value")]
    [InlineData("${SET}", "value")]
    [InlineData("a-${SET}-b", "a-value-b")]
    [InlineData("$SET.x", "value.x")]
    [InlineData("$$SET", "$SET")]
    [InlineData("$$patch: delete", "$patch: delete")]
    [InlineData("${NONE-d}", "d")]
    [InlineData("${NONE:-d}", "d")]
    [InlineData("${NONE=d}", "d")]
    [InlineData("${NONE:=d}", "d")]
    [InlineData("${EMPTY:-d}", "d")]
    [InlineData("${EMPTY:=d}", "d")]
    [InlineData("${SET-d}", "value")]
    [InlineData("${SET:-d}", "value")]
    [InlineData("${SET+d}", "d")]
    [InlineData("${SET:+d}", "d")]
    [InlineData("${NONE+d}", "")]
    [InlineData("${NONE:+d}", "")]
    [InlineData("${NONE:-$OTHER}", "other")]
    [InlineData("${NONE:-${OTHER", null)]
    [InlineData("${REF}", "$OTHER")]
    [InlineData("cost: 5$", "cost: 5$")]
    [InlineData("$1 and $(x)", "$1 and $(x)")]
    public void Puts_values_in(string text, string? expected) =>
        Assert.Equal(expected, EnvSubst.Expand(text, Variables, out _));

    [Theory]
    [InlineData("$NONE", "the variable 'NONE' is not set")]
    [InlineData("${NONE}", "the variable 'NONE' is not set")]
    [InlineData("${EMPTY}", "the variable 'EMPTY' is set but empty")]
    [InlineData("${EMPTY-d}", "the variable 'EMPTY' is set but empty")]
    [InlineData("${SET\n}", "a '${' is not closed on its line")]
    [InlineData("${}", "'${}' does not begin with the name of a variable")]
    [InlineData("${SET%x}", "'${SET%x}' is not understood; 'SET' may be followed by '-', ':-', '=', ':=', '+' or ':+'")]
    public void Reports_the_first_mistake(string text, string problem)
    {
        Assert.Null(EnvSubst.Expand(text, Variables, out var actual));
        Assert.Equal(problem, actual);
    }
}
