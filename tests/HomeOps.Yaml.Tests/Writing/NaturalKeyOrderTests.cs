using CsCheck;

namespace HomeOps.Yaml.Tests.Writing;

public sealed class NaturalKeyOrderTests
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("B", "a")]
    [InlineData("a-b", "ab")]
    [InlineData("a1", "ab")]
    [InlineData("PLEX_URL", "PLEXAPI")]
    [InlineData("radarr-4k", "radarr-1080p")]
    [InlineData("1.9", "1.10")]
    [InlineData("a1", "a10")]
    [InlineData("a", "aa")]
    [InlineData("1", "01")]
    [InlineData("1", "é")]
    [InlineData("é", "日")]
    [InlineData("-", "😀")]
    public void Puts_the_first_before_the_second(string first, string second)
    {
        Assert.True(NaturalKeyOrder.Compare(first, second) < 0);
        Assert.True(NaturalKeyOrder.Compare(second, first) > 0);
        Assert.Equal(0, NaturalKeyOrder.Compare(first, first));
    }

    [Fact]
    public void Comparing_the_other_way_round_turns_the_sign() =>
        Gen.Select(Gen.String[Gen.Char["aB01-.é😀"], 0, 6], Gen.String[Gen.Char["aB01-.é😀"], 0, 6])
            .Sample((a, b) => Math.Sign(NaturalKeyOrder.Compare(a, b)) == -Math.Sign(NaturalKeyOrder.Compare(b, a)));

    [Fact]
    public void Sorting_keeps_every_item() =>
        Gen.String[Gen.Char["a01b."], 0, 5]
            .Array[0, 40]
            .Sample(keys =>
            {
                var sorted = keys.ToArray();
                NaturalKeyOrder.Sort<string>(sorted, static k => k);
                Assert.Equal(keys.Order(StringComparer.Ordinal), sorted.Order(StringComparer.Ordinal));
            });
}
