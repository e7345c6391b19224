using CsCheck;

namespace HomeOps.Cluster.Tests.Addresses;

public sealed class MacAddressTests
{
    [Fact]
    public void Every_address_is_read_back_from_its_text() =>
        Gen.ULong[0, 0xFFFF_FFFF_FFFF]
            .Sample(static value =>
            {
                Assert.True(MacAddress.TryParse(new MacAddress(value).ToString(), out var read));
                Assert.Equal(value, read.Value);
            });

    [Theory]
    [InlineData("02:AB:00:00:00:01", "02:ab:00:00:00:01")]
    [InlineData("02-ab-00-00-00-01", "02:ab:00:00:00:01")]
    [InlineData("02ab.0000.0001", "02:ab:00:00:00:01")]
    [InlineData("02ab00000001", "02:ab:00:00:00:01")]
    [InlineData("02:ab:00:00:00", null)]
    [InlineData("02:ab:00:00:00:01:02", null)]
    [InlineData("02:ag:00:00:00:01", null)]
    public void Other_customary_forms_are_refused_and_understood(string text, string? meant)
    {
        Assert.False(MacAddress.TryParse(text, out _));
        Assert.Equal(meant, MacAddress.FromOtherForm(text)?.ToString());
    }
}
