using CsCheck;

namespace HomeOps.Files.Tests;

public class MemoryTreeTests
{
    [Fact]
    public void Folders_exist_through_the_files_in_them()
    {
        var tree = new MemoryTree();
        tree.Add("a/b/c.txt", "x");

        Assert.Equal(EntryKind.Folder, tree.Find("a/b")?.Kind);
        Assert.Equal(EntryKind.Folder, tree.Find("")?.Kind);
        Assert.Equal(EntryKind.File, tree.Find("a/./b/c.txt")?.Kind);
        Assert.Null(tree.Find("a/c"));
        Assert.True(tree.Remove("a/b/c.txt"));
        Assert.False(tree.Remove("a/b/c.txt"));
        Assert.Null(tree.Find("a"));
        Assert.Empty(tree.List(""));
    }

    [Fact]
    public void Removing_a_file_keeps_the_folder_of_its_neighbour()
    {
        var tree = new MemoryTree();
        tree.Add("a/b/c", "1");
        tree.Add("a/d", "2");
        tree.Remove("a/b/c");

        Assert.Equal(["a/d"], tree.List("a").Select(static e => e.Path));
    }

    [Fact]
    public void A_folder_is_listed_by_name_and_not_by_the_order_of_adding()
    {
        var tree = new MemoryTree();
        foreach (var path in (string[])["b/x", "a.txt", "a/y", "a-b", "B"])
        {
            tree.Add(path, path);
        }

        Assert.Equal(["B", "a", "a-b", "a.txt", "b"], tree.List("").Select(static e => e.Name));
        Assert.Equal(["B", "a-b", "a.txt", "a/y", "b/x"], tree.All.Select(static f => f.Path));
        Assert.Equal(["B", "a/y", "a-b", "a.txt", "b/x"], tree.Files().Select(static f => f.Path));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a/b/c")]
    [InlineData("")]
    public void A_path_is_either_a_file_or_a_folder(string path)
    {
        var tree = new MemoryTree();
        tree.Add("a/b", "x");

        Assert.Throws<ArgumentException>(() => tree.Add(path, "y"));
        Assert.Equal(["a/b"], tree.Files().Select(static f => f.Path));
    }

    [Fact]
    public void Replacing_a_file_shows_the_new_one_everywhere()
    {
        var tree = new MemoryTree();
        tree.Add("a", "old");
        Assert.Equal("old", Assert.Single(tree.All).Text);
        tree.Add(new MemoryFile("./a", [1]) { Mode = MemoryFile.PrivateMode });

        Assert.Equal([1], Assert.Single(tree.All).Content);
        Assert.Equal([1], tree.Read("a"));
        Assert.Equal(MemoryFile.PrivateMode, tree.Find("a")?.Mode);
    }

    [Fact]
    public void A_path_that_climbs_out_is_refused() =>
        Assert.Throws<PathEscapeException>(() => new MemoryTree().Find("../a"));

    [Fact]
    public void What_was_added_and_not_removed_is_listed_exactly() =>
        Gen.Select(Gen.Int[0, 5].Select(static i => new[] { "a", "b", "a/x", "a/y", "b/c/d", "b/c/e" }[i]), Gen.Bool)
            .Array[0, 30]
            .Sample(steps =>
            {
                var tree = new MemoryTree();
                var model = new SortedSet<string>(StringComparer.Ordinal);
                foreach (var (path, add) in steps)
                {
                    if (!add)
                    {
                        Assert.Equal(model.Remove(path), tree.Remove(path));
                    }
                    else if (!model.Any(m => m.StartsWith(path + "/") || path.StartsWith(m + "/")))
                    {
                        model.Add(path);
                        tree.Add(path, path);
                    }
                }

                Assert.Equal(model, tree.Files().Select(static f => f.Path).Order(StringComparer.Ordinal));
            });
}
