using System.Text;

namespace HomeOps.Files.Tests;

/// <summary>Where files may be written: links, folders and files in the way, names.</summary>
public sealed class FileSetPathTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Links_inside_the_folder_are_followed_and_stay_links()
    {
        folder.Write("real/a", "old");
        folder.Link("linked", "real");
        folder.Link("file", "real/b");

        Assert.True(Write(ConflictRule.Overwrite, ("linked/a", "new"), ("file", "b")).IsWritten);
        Assert.Equal(("new", "b"), (folder.Read("real/a"), folder.Read("real/b")));
        Assert.NotNull(new FileInfo(folder.At("file")).LinkTarget);
        Assert.NotNull(new FileInfo(folder.At("linked")).LinkTarget);
    }

    [Fact]
    public void A_folder_reached_through_a_link_is_written_where_it_is()
    {
        folder.Write("real/keep", "x");
        folder.Link("linked", "real");

        Assert.True(new FileSetWriter(folder.At("linked")).Write(Files(("a", "1")), new FileSetOptions()).IsWritten);
        Assert.Equal("1", folder.Read("real/a"));
    }

    [Fact]
    public void Links_that_lead_out_are_refused()
    {
        using var outside = new TemporaryFolder();
        folder.Link("out", outside.Path);

        Assert.Equal(
            "out:1:1: error HO0101: 'out' leads out of the target folder through a symbolic link",
            Assert.Single(Write(("out/a", "1"), ("b", "1")).Diagnostics).ToString()
        );
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
        Assert.False(File.Exists(folder.At("b")));
    }

    [Fact]
    public void The_writers_own_folder_may_not_be_a_link_out()
    {
        using var outside = new TemporaryFolder();
        folder.Link(".homeops", outside.Path);

        Assert.Equal("HO0101", Assert.Single(Write(("a", "1")).Diagnostics).Code);
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
    }

    [Fact]
    public void Two_paths_to_one_file_are_refused()
    {
        folder.Write("real/x", "");
        folder.Link("linked", "real");

        Assert.Equal(
            "linked/a:1:1: error HO0115: 'linked/a' and 'real/a' are the same file, through a symbolic link",
            Assert.Single(Write(("real/a", "1"), ("linked/a", "2")).Diagnostics).ToString()
        );
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("")]
    [InlineData(".homeops/manifest.json")]
    public void Paths_that_nobody_may_generate_are_refused(string path) =>
        Assert.Equal(
            $"error HO0116: '{path}' is not a path that can be generated",
            Assert.Single(Write((path, "1")).Diagnostics).ToString().Replace($"{path}:1:1: ", "")
        );

    [Fact]
    public void A_folder_where_a_file_should_be_is_refused_if_it_holds_anything_of_a_person()
    {
        Write(("a/x", "1"));
        folder.Write("a/mine", "x");

        Assert.Equal(
            "a:1:1: error HO0102: a folder stands where the file 'a' should be",
            Assert.Single(Write(("a", "1")).Diagnostics).ToString()
        );
        Assert.Equal("1", folder.Read("a/x"));
    }

    [Fact]
    public void A_file_where_a_folder_should_be_is_refused()
    {
        folder.Write("a", "mine");

        Assert.Equal(
            "a/b:1:1: error HO0103: 'a/b' cannot be written, because 'a' is not a folder",
            Assert.Single(Write(("a/b", "1")).Diagnostics).ToString()
        );
        Assert.Equal("HO0103", Assert.Single(Write(("c", "1"), ("c/d", "1")).Diagnostics).Code);
    }

    [Fact]
    public void A_pipe_where_a_file_should_be_is_refused()
    {
        folder.Pipe("a");

        Assert.Equal(
            "a:1:1: error HO0107: 'a' cannot be written: a pipe, a socket or a device stands there",
            Assert.Single(Write(("a", "1")).Diagnostics).ToString()
        );
    }

    [Fact]
    public void An_empty_folder_gives_way_to_a_file()
    {
        Directory.CreateDirectory(folder.At("a/b/c"));

        Assert.True(Write(("a", "1")).IsWritten);
        Assert.Equal("1", folder.Read("a"));
    }

    [Fact]
    public void A_name_of_the_longest_length_can_be_written()
    {
        var name = string.Concat(Enumerable.Repeat("é", 127));

        Assert.True(Write((name, "1")).IsWritten);
        Assert.Equal("1", folder.Read(name));
    }

    [Fact]
    public void A_name_that_no_file_system_takes_is_a_finding_and_nothing_is_written()
    {
        var name = new string('x', 300);

        Assert.Equal(
            $"{name}/b:1:1: error HO0117: '{name}/b' cannot be read: the name is too long",
            Assert.Single(Write(("a", "1"), ($"{name}/b", "1")).Diagnostics).ToString()
        );
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private FileSetOutcome Write(params (string Path, string Text)[] files) => Write(ConflictRule.Refuse, files);

    private FileSetOutcome Write(ConflictRule rule, params (string Path, string Text)[] files) =>
        new FileSetWriter(folder.Path).Write(Files(files), new FileSetOptions(rule));

    private static MemoryFile[] Files(params (string Path, string Text)[] files) =>
        [.. files.Select(static f => new MemoryFile(f.Path, Encoding.UTF8.GetBytes(f.Text)))];
}
