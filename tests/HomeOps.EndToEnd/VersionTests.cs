namespace HomeOps.EndToEnd;

public sealed class VersionTests
{
    [Fact]
    public void Version_prints_one_line_and_help_ends_well()
    {
        using var folder = new ScratchFolder();

        Assert.StartsWith(
            "homeops ",
            HomeOpsBinary.Run(folder.Path, "version").Expect(0).Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Commands:", HomeOpsBinary.Run(folder.Path).Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains(
            "Examples:",
            HomeOpsBinary.Run(folder.Path, "version", "--help").Expect(0).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "verison",
        "error HO0002: 'homeops' has no command or argument 'verison'\n  = hint: did you mean 'version'?\n"
    )]
    [InlineData(
        "completion",
        "error HO0001: required argument 'shell' missing for command: 'completion'\n  = hint: see 'homeops completion --help'\n"
    )]
    public void A_wrong_command_line_says_what_is_wrong_and_ends_with_2(string word, string message)
    {
        using var folder = new ScratchFolder();

        Assert.Equal(message, HomeOpsBinary.Run(folder.Path, word).Expect(2).Error);
    }
}
