namespace HomeOps.Makejinja.Tests;

public class PathPatternTests
{
    [Theory]
    [InlineData("a.txt", "*.txt", true)]
    [InlineData("a.txt", "*.TXT", false)]
    [InlineData(".hidden", "*", true)]
    [InlineData("abc", "a?c", true)]
    [InlineData("ac", "a?c", false)]
    [InlineData("abcbcd", "a*bcd", true)]
    [InlineData("abcbc", "a*bcd", false)]
    [InlineData("a1", "a[0-9]", true)]
    [InlineData("ax", "a[0-9]", false)]
    [InlineData("ax", "a[!0-9]", true)]
    [InlineData("a]", "a[]]", true)]
    [InlineData("a-", "a[b-]", true)]
    [InlineData("a[", "a[", true)]
    [InlineData("", "*", true)]
    [InlineData("", "?", false)]
    [InlineData("ab", "a", false)]
    [InlineData("a", "a**", true)]
    public void Names_match_as_in_fnmatch(string name, string pattern, bool expected) =>
        Assert.Equal(expected, PathPattern.MatchesName(name, pattern));

    [Theory]
    [InlineData("x/y/p.partial.j2", "*.partial.j2", true)]
    [InlineData("x/sub/skip1", "sub/skip*", true)]
    [InlineData("x/sub/deep/skip1", "sub/skip*", false)]
    [InlineData("skip1", "sub/skip*", false)]
    [InlineData("a/b/c", "a/**/c", true)]
    [InlineData("a/b/b/c", "a/**/c", false)]
    [InlineData("a/b", "./b", true)]
    [InlineData("a/b", "", false)]
    public void An_exclusion_looks_at_the_end_of_a_path(string path, string pattern, bool expected) =>
        Assert.Equal(expected, PathPattern.MatchesEnd(path, pattern));

    [Theory]
    [InlineData("a", "**/*", true)]
    [InlineData("a/b/.c", "**/*", true)]
    [InlineData("a/b", "*", false)]
    [InlineData("a/b.txt", "**/*.txt", true)]
    [InlineData("b.txt", "**/*.txt", true)]
    [InlineData("a/b/c", "a/**/c", true)]
    [InlineData("a/c", "a/**/c", true)]
    [InlineData("b/c", "a/**/c", false)]
    [InlineData("a/b", "a/**", true)]
    public void An_inclusion_looks_at_the_whole_path(string path, string pattern, bool expected) =>
        Assert.Equal(expected, PathPattern.MatchesGlob(path, pattern));

    [Theory]
    [InlineData("a.txt.jinja", ".jinja", "a.txt")]
    [InlineData(".jinja", "", ".jinja")]
    [InlineData("x.y/.jinja", "", "x.y/.jinja")]
    [InlineData("a.tar.j2", ".j2", "a.tar")]
    [InlineData(".sops.yaml.j2", ".j2", ".sops.yaml")]
    [InlineData("a.", "", "a.")]
    [InlineData("a", "", "a")]
    public void Suffixes_are_those_of_pathlib(string path, string suffix, string rest) =>
        Assert.Equal((suffix, rest), (FileSuffix.Of(path), FileSuffix.Strip(path)));
}
