using HomeOps.Talos.Model;

namespace HomeOps.Talos.Tests.Model;

/// <summary>Values that Talos writes back in another notation than they were read in.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("30s", "30s")]
    [InlineData("90s", "1m30s")]
    [InlineData("1h", "1h0m0s")]
    [InlineData("168h", "168h0m0s")]
    [InlineData("1.5h", "1h30m0s")]
    [InlineData("300ms", "300ms")]
    [InlineData("1500ms", "1.5s")]
    [InlineData("250us", "250µs")]
    [InlineData("0", "")]
    [InlineData("-5s", "-5s")]
    [InlineData("5", null)]
    [InlineData("5 minutes", null)]
    [InlineData("", null)]
    public void Durations_are_written_as_Go_does(string text, string? expected) =>
        Assert.Equal(expected, GoDuration.Normalize(text));

    [Theory]
    [InlineData("https://a:1/x", "https://b", "https://b/x")]
    [InlineData("https://a:1", "https://b:2/", "https://b:2/")]
    [InlineData("https://a/?q=1", "https://a/?q=2", "https://a/?q=2")]
    [InlineData("https://a/x?q=1", "https://a/y", "https://a/y?q=1")]
    [InlineData("https://a/", "grpc://a/", "grpc://a/")]
    public void A_patch_replaces_the_parts_of_a_URL_it_has(string old, string patch, string expected) =>
        Assert.Equal(expected, UrlText.Merge(old, patch));

    [Theory]
    [InlineData("https://10.0.0.1:6443", "10.0.0.1")]
    [InlineData("https://[fd00::1]:6443/x", "fd00::1")]
    [InlineData("https://user@host/", "host")]
    public void The_host_of_a_URL_is_found(string url, string host) => Assert.Equal(host, UrlText.Host(url));

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.0.0/16")]
    [InlineData("FD00::/8", "fd00::/8")]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("10.0.0/8", null)]
    [InlineData("010.0.0.0/8", null)]
    [InlineData("10.0.0.1", null)]
    public void Networks_are_strict(string text, string? expected) => Assert.Equal(expected, NetworkText.Prefix(text));

    [Theory]
    [InlineData("53", "53")]
    [InlineData("8000-9000", "8000-9000")]
    [InlineData("53-53", "53")]
    [InlineData("70000", null)]
    [InlineData("a-b", null)]
    public void Ports_and_ranges(string text, string? expected) => Assert.Equal(expected, NetworkText.PortRange(text));

    [Theory]
    [InlineData("254", "main")]
    [InlineData("100", "100")]
    [InlineData("local", "local")]
    [InlineData("256", null)]
    public void Routing_tables_have_names(string text, string? expected) =>
        Assert.Equal(expected, NetworkText.RoutingTable(text));

    [Theory]
    [InlineData("52:54:00:AB:cd:ef", "52:54:00:ab:cd:ef")]
    [InlineData("525400abcdef", "52:54:00:ab:cd:ef")]
    [InlineData("52:54:0", null)]
    public void Hardware_addresses_are_lower_case(string text, string? expected) =>
        Assert.Equal(expected, NetworkText.Hardware(text));

    [Theory]
    [InlineData("[fd00::1]:51820", "[fd00::1]:51820")]
    [InlineData("10.0.0.1:1", "10.0.0.1:1")]
    [InlineData("fd00::1:51820", null)]
    [InlineData("host:1", null)]
    public void Addresses_with_ports(string text, string? expected) =>
        Assert.Equal(expected, NetworkText.AddressAndPort(text));

    [Theory]
    [InlineData("100GB", "100 GB")]
    [InlineData("1073741824", "1073741824")]
    [InlineData("5 GB", "5.0 GB")]
    [InlineData("much", null)]
    public void Partition_sizes_lose_nothing(string text, string? expected) =>
        Assert.Equal(expected, ByteCount.NormalizeDisk(text));

    [Theory]
    [InlineData("50%", true)]
    [InlineData("-10GiB", true)]
    [InlineData("101%", false)]
    [InlineData("10 apples", false)]
    public void Sizes_may_be_shares(string text, bool expected) => Assert.Equal(expected, ByteCount.IsSize(text));
}
