namespace HomeOps.Files.Tests;

public sealed class DiskTreeTests : IDisposable
{
    private readonly TemporaryFolder outside = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        outside.Dispose();
    }

    [Fact]
    public void Files_are_found_listed_and_read()
    {
        folder.Write("b/c.txt", "hello");
        folder.Write("a.txt", "");
        var tree = new DiskTree(folder.Path);

        Assert.Equal(["a.txt", "b"], tree.List("").Select(static e => e.Path));
        Assert.Equal("hello"u8, tree.Read("b/./c.txt"));
        Assert.Equal([], tree.Read("a.txt"));
        Assert.Equal(EntryKind.Folder, tree.Find("")?.Kind);
        Assert.Null(tree.Find("b/d"));
        Assert.Null(tree.TryRead("b"));
        Assert.Empty(tree.List("nothing"));
    }

    [Fact]
    public void A_pipe_is_no_file()
    {
        folder.Pipe("pipe");
        folder.Link("link", "pipe");
        folder.Write("empty", "");
        var tree = new DiskTree(folder.Path);

        Assert.Equal(
            [("empty", EntryKind.File), ("link", EntryKind.Other), ("pipe", EntryKind.Other)],
            tree.List("").Select(static e => (e.Path, e.Kind))
        );
        Assert.Equal(EntryKind.Other, tree.Find("pipe")?.Kind);
        Assert.Equal("it is no regular file", Assert.Throws<IOException>(() => tree.Read("pipe")).Message);
        Assert.Null(tree.TryRead("link"));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_seen_but_not_followed()
    {
        outside.Write("secret", "x");
        folder.Link("file", outside.At("secret"));
        folder.Link("dir", outside.Path);
        var tree = new DiskTree(folder.Path);

        Assert.Equal((EntryKind.Other, true), (tree.Find("file")!.Kind, tree.Find("file")!.IsLink));
        Assert.Equal(EntryKind.Other, tree.Find("dir")?.Kind);
        Assert.Throws<PathEscapeException>(() => tree.Read("file"));
        Assert.Throws<PathEscapeException>(() => tree.Read("dir/secret"));
        Assert.Throws<PathEscapeException>(() => tree.Find("dir/secret"));
        Assert.Throws<PathEscapeException>(() => tree.List("dir"));
    }

    [Fact]
    public void A_link_whose_way_leads_through_another_link_out_is_not_followed()
    {
        outside.Write("inner/secret", "x");
        folder.Link("hop", outside.Path);
        folder.Link("file", "hop/inner/secret");

        Assert.Throws<PathEscapeException>(() => new DiskTree(folder.Path).Read("file"));
    }

    [Fact]
    public void A_link_that_leaves_the_folder_and_comes_back_is_followed()
    {
        folder.Write("a", "x");
        folder.Link("b", folder.At("a"));
        Directory.CreateDirectory(folder.At("sub"));
        folder.Link("sub/c", $"../../{Path.GetFileName(folder.Path)}/a");
        var tree = new DiskTree(folder.Path);

        Assert.Equal("x"u8, tree.Read("b"));
        Assert.Equal("x"u8, tree.Read("sub/c"));
        Assert.Equal((EntryKind.File, true), (tree.Find("b")!.Kind, tree.Find("b")!.IsLink));
    }

    [Fact]
    public void A_folder_reached_through_a_link_confines_to_where_it_really_is()
    {
        folder.Write("real/a", "x");
        folder.Write("real/sub/b", "y");
        folder.Write("beside", "z");
        folder.Link("linked", "real");
        folder.Link("real/up", "../beside");
        folder.Link("real/inside", "sub/b");
        var tree = new DiskTree(folder.At("linked"));

        Assert.Equal(["a", "inside", "sub", "up"], tree.List("").Select(static e => e.Name));
        Assert.Equal("y"u8, tree.Read("inside"));
        Assert.Throws<PathEscapeException>(() => tree.Read("up"));
    }

    [Fact]
    public void A_folder_that_only_shares_the_beginning_of_the_name_is_outside()
    {
        folder.Write("root/a", "x");
        folder.Write("root-2/b", "y");
        folder.Link("root/link", "../root-2/b");

        Assert.Throws<PathEscapeException>(() => new DiskTree(folder.At("root")).Read("link"));
    }

    [Fact]
    public void Broken_links_and_loops_are_neither_files_nor_folders()
    {
        folder.Link("broken", "nothing");
        folder.Link("one", "two");
        folder.Link("two", "one");
        var tree = new DiskTree(folder.Path);

        Assert.All(tree.List(""), static e => Assert.Equal((EntryKind.Other, true), (e.Kind, e.IsLink)));
        Assert.Equal(3, tree.List("").Count);
        Assert.Throws<PathEscapeException>(() => tree.Read("one"));
    }

    [Fact]
    public void Folders_behind_links_are_listed_but_not_walked()
    {
        folder.Write("a/b", "x");
        folder.Link("link", "a");
        var tree = new DiskTree(folder.Path);

        Assert.Equal(["a/b"], tree.Files().Select(static f => f.Path));
        Assert.Equal(["link/b"], tree.List("link").Select(static f => f.Path));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/hostname")]
    public void A_path_that_climbs_out_is_refused(string path)
    {
        var refused = Assert.Throws<PathEscapeException>(() => new DiskTree(folder.Path).Read(path));

        Assert.Equal((path, folder.Path), (refused.Path, refused.Root));
    }

    [Fact]
    public void A_folder_is_given_by_its_absolute_path() =>
        Assert.Throws<ArgumentException>(static () => new DiskTree("relative"));
}
