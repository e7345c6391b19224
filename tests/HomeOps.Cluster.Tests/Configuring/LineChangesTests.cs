using System.Text;
using CsCheck;

namespace HomeOps.Cluster.Tests.Configuring;

public sealed class LineChangesTests
{
    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("", "a\nb\n", 2, 0)]
    [InlineData("a\nb\n", "", 0, 2)]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", 1, 1)]
    [InlineData("a\nb\nc\nd\n", "b\nc\nd\ne\n", 1, 1)]
    [InlineData("a\nb", "a\nb\n", 1, 1)]
    public void Lines_are_counted_as_git_counts_them(string before, string after, int added, int removed) =>
        Assert.Equal(new LineChanges(added, removed), Between(before, after));

    [Fact]
    public void What_is_added_less_what_is_removed_is_the_difference_in_lines() =>
        Gen.Select(Gen.Int[0, 3].List[0, 30], Gen.Int[0, 3].List[0, 30])
            .Sample(
                (a, b) =>
                {
                    var changes = Between(Text(a), Text(b));
                    Assert.Equal(b.Count - a.Count, changes.Added - changes.Removed);
                    Assert.InRange(changes.Added, 0, b.Count);
                    Assert.InRange(changes.Removed, 0, a.Count);
                    Assert.Equal(a.SequenceEqual(b), changes == default);
                },
                iter: 500
            );

    private static string Text(IEnumerable<int> lines) => string.Concat(lines.Select(static l => $"{l}\n"));

    private static LineChanges Between(string before, string after) =>
        LineChanges.Between(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
}
