using CsCheck;

namespace HomeOps.Cluster.Tests.Addresses;

public sealed class Ipv4AddressTests
{
    [Fact]
    public void Every_address_is_read_back_from_its_text() =>
        Gen.UInt.Sample(static value =>
        {
            Assert.True(Ipv4Address.TryParse(new Ipv4Address(value).ToString(), out var read));
            Assert.Equal(value, read.Value);
        });

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.")]
    [InlineData("10.0.0.0.1")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.01")]
    [InlineData("10.0.0.1 ")]
    [InlineData("10.0.0.+1")]
    [InlineData("10.0.0.0x1")]
    [InlineData("::1")]
    public void Other_texts_are_refused(string text) => Assert.False(Ipv4Address.TryParse(text, out _));

    [Fact]
    public void Addresses_are_ordered_as_numbers()
    {
        var (low, high) = (new Ipv4Address(0x0A_00_00_01), new Ipv4Address(0xC0_00_00_01));

        Assert.True(low < high && low <= high && high > low && high >= low);
        Assert.True(low.CompareTo(high) < 0);
    }
}
