using CsCheck;

namespace HomeOps.Files.Tests;

public class TreePathTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("./a//b/", "a/b")]
    [InlineData("a/../b", "b")]
    [InlineData("a/..", "")]
    public void Parts_that_lead_nowhere_are_left_out(string path, string expected) =>
        Assert.Equal(expected, TreePath.Normalize(path));

    [Theory]
    [InlineData("/a")]
    [InlineData("..")]
    [InlineData("a/../..")]
    [InlineData("a\0b")]
    public void Paths_that_leave_the_root_have_no_normal_form(string path) => Assert.Null(TreePath.Normalize(path));

    [Fact]
    public void A_normal_form_is_its_own_normal_form() =>
        Gen.Int[0, 4]
            .Select(static i => new[] { "a", "b", ".", "..", "" }[i])
            .Array[0, 8]
            .Sample(parts =>
                TreePath.Normalize(string.Join('/', parts)) is not { } normal || TreePath.Normalize(normal) == normal
            );

    [Theory]
    [InlineData("", "b", "b")]
    [InlineData("a", "", "a")]
    [InlineData("a", "b/c", "a/b/c")]
    public void Joining_leaves_out_what_is_empty(string folder, string path, string expected) =>
        Assert.Equal(expected, TreePath.Join(folder, path));

    [Fact]
    public void A_path_has_a_folder_and_a_name()
    {
        Assert.Equal(("a/b", "c"), (TreePath.Folder("a/b/c"), TreePath.Name("a/b/c")));
        Assert.Equal(("", "c"), (TreePath.Folder("c"), TreePath.Name("c")));
    }
}
