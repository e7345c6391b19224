using HomeOps.Sops.Metadata;

namespace HomeOps.Sops.Tests.Metadata;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00.987Z", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00+02:00", "2026-01-31T12:00:00+02:00")]
    [InlineData("2026-01-31T12:00:00+00:00", "2026-01-31T12:00:00Z")]
    public void Reads_lastmodified_in_seconds(string text, string read) => Assert.Equal(read, Rfc3339.Seconds(text));

    [Theory]
    [InlineData("2026-01-31T12:00:00.120000000Z", "2026-01-31T12:00:00.12Z")]
    [InlineData("2026-01-31T12:00:00.000Z", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00.123456789-03:30", "2026-01-31T12:00:00.123456789-03:30")]
    public void Keeps_the_fraction_of_values(string text, string read) => Assert.Equal(read, Rfc3339.Nanoseconds(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-01-31")]
    [InlineData("2026-01-31T12:00:00")]
    [InlineData("2026-02-30T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00.Z")]
    [InlineData("2026-01-31T12:00:00+25:00")]
    [InlineData("2026-01-31 12:00:00Z")]
    public void Refuses_what_is_no_time(string text) => Assert.Null(Rfc3339.Seconds(text));
}
