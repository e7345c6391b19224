namespace HomeOps.Text.Tests;

public sealed class SourceTextTests
{
    [Fact]
    public void Every_kind_of_line_end_counts_once()
    {
        var source = new SourceText("f", "a\r\nb\rc\nd");

        Assert.Equal(4, source.LineCount);
        Assert.Equal(new LinePosition(2, 1), source.GetPosition(3));
        Assert.Equal(new LinePosition(4, 2), source.GetPosition(8));
        Assert.Equal("b", source.GetLine(2).ToString());
    }
}
