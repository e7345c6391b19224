using CsCheck;

namespace HomeOps.Cluster.Tests.Addresses;

public sealed class Ipv4CidrTests
{
    private static readonly Gen<Ipv4Cidr> Ranges = Gen.Select(Gen.UInt, Gen.Int[0, 32])
        .Select(static (address, length) => Ipv4Cidr.Of(address, length));

    [Fact]
    public void Every_range_is_read_back_from_its_text() =>
        Ranges.Sample(static range =>
        {
            Assert.True(Ipv4Cidr.TryParse(range.ToString(), out var read, out var hasHostBits));
            Assert.Equal((range, false), (read, hasHostBits));
        });

    [Fact]
    public void A_range_holds_its_first_and_last_address_and_as_many_as_it_says() =>
        Ranges.Sample(static range =>
        {
            Assert.True(range.Contains(range.Network) && range.Contains(range.Last));
            Assert.Equal(range.Size - 1, (long)range.Last.Value - range.Network.Value);
        });

    [Fact]
    public void Overlapping_is_mutual_and_means_a_shared_address() =>
        Gen.Select(Ranges, Ranges)
            .Sample(
                static (a, b) =>
                {
                    Assert.Equal(a.Overlaps(b), b.Overlaps(a));
                    Assert.Equal(a.Overlaps(b), a.Network.Value <= b.Last.Value && b.Network.Value <= a.Last.Value);
                }
            );

    [Theory]
    [InlineData("10.0.0.5/16", "10.0.0.0/16")]
    [InlineData("10.10.10.5/24", "10.10.10.0/24")]
    [InlineData("255.255.255.255/0", "0.0.0.0/0")]
    public void An_address_inside_a_range_gives_the_range_and_says_so(string text, string range)
    {
        Assert.True(Ipv4Cidr.TryParse(text, out var read, out var hasHostBits));
        Assert.Equal((range, true), (read.ToString(), hasHostBits));
    }

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/016")]
    [InlineData("10.0.0.0/255.255.0.0")]
    [InlineData("10.0.0/16")]
    public void Other_texts_are_refused(string text) => Assert.False(Ipv4Cidr.TryParse(text, out _, out _));

    [Fact]
    public void The_nth_address_is_counted_from_the_network_and_stays_inside()
    {
        var range = Ipv4Cidr.Of(0x0A_2B_00_00, 29);

        Assert.Equal("10.43.0.7", range.Nth(7)?.ToString());
        Assert.Null(range.Nth(8));
        Assert.Null(range.Nth(-1));
        Assert.Equal(("10.43.0.1", "10.43.0.6"), (range.FirstHost.ToString(), range.LastHost.ToString()));
        Assert.True(range.IsEdge(range.Network) && range.IsEdge(range.Last) && !range.IsEdge(range.FirstHost));
    }
}
