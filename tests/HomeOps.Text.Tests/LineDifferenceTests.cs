namespace HomeOps.Text.Tests;

public sealed class LineDifferenceTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Equal("", Shown("a b c", "a b c"));

    [Theory]
    [InlineData("a b c", "a x c", "@@ -1,3 +1,3 @@  a -b +x  c")]
    [InlineData("", "a", "@@ -0,0 +1,1 @@ +a")]
    [InlineData("a", "", "@@ -1,1 +0,0 @@ -a")]
    [InlineData("a b c d", "b c d e", "@@ -1,4 +1,4 @@ -a  b  c  d +e")]
    [InlineData("1 2 3 4 5 6 7 8 9", "1 2 3 4 x 6 7 8 9", "@@ -2,7 +2,7 @@  2  3  4 -5 +x  6  7  8")]
    public void Differing_lines_stand_with_three_equal_ones_around_them(string before, string after, string expected) =>
        Assert.Equal(expected, Shown(before, after));

    [Fact]
    public void Differences_far_apart_are_groups_of_their_own()
    {
        var before = Enumerable.Range(0, 30).Select(static i => $"{i}").ToList();
        var after = before.ToList();
        (after[3], after[20]) = ("x", "y");

        var hunks = LineDifference.Between(before, after);

        Assert.Equal(["@@ -1,7 +1,7 @@", "@@ -18,7 +18,7 @@"], hunks.Select(static h => h.Header));
    }

    [Fact]
    public void Applying_a_difference_gives_the_other_text()
    {
        var random = new System.Random(7);
        for (var round = 0; round < 300; round++)
        {
            var before = Some(random);
            var after = Some(random);

            var edits = LineDifference.Between(before, after, context: 100).SelectMany(static h => h.Lines).ToList();

            if (edits.Count == 0)
            {
                Assert.Equal(before, after);
                continue;
            }

            Assert.Equal(before, edits.Where(static e => e.Kind != LineKind.Added).Select(e => before[e.Before]));
            Assert.Equal(
                after,
                edits
                    .Where(static e => e.Kind != LineKind.Removed)
                    .Select(e => e.Kind == LineKind.Equal ? before[e.Before] : after[e.After])
            );
        }
    }

    [Fact]
    public void Texts_with_little_in_common_are_replaced_as_a_whole()
    {
        var before = Enumerable.Range(0, 3000).Select(static i => $"a{i}").ToList();
        var after = Enumerable.Range(0, 3000).Select(static i => $"b{i}").ToList();

        var hunk = Assert.Single(LineDifference.Between(before, after));

        Assert.Equal(6000, hunk.Lines.Count);
    }

    private static List<string> Some(System.Random random) =>
        [.. Enumerable.Range(0, random.Next(12)).Select(_ => $"{random.Next(4)}")];

    private static string Shown(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        return string.Join(
            ' ',
            LineDifference
                .Between(old, now)
                .SelectMany(h =>
                    h.Lines.Select(l =>
                            l.Kind switch
                            {
                                LineKind.Equal => " " + old[l.Before],
                                LineKind.Removed => "-" + old[l.Before],
                                _ => "+" + now[l.After],
                            }
                        )
                        .Prepend(h.Header)
                )
        );
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
