namespace HomeOps.Sops.Tests;

public sealed class SopsFormatExampleTests
{
    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.json")]
    [InlineData("a.env")]
    [InlineData("a.ini")]
    [InlineData("a.bin")]
    public void Every_format_has_an_example_that_can_be_encrypted(string name)
    {
        using var household = new Household();
        var format = SopsFormat.For(name);
        var example = format.Example(household.KubernetesRule);

        var file = format.Encrypt(name, example, household.KubernetesRule, household.Context);

        Assert.Equal(example, format.Decrypt(Household.Source(file, name), household.Keys).ToBytes());
    }
}
