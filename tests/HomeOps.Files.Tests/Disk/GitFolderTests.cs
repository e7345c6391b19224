namespace HomeOps.Files.Tests.Disk;

public sealed class GitFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_work_tree_has_its_git_folder()
    {
        folder.Write("top/.git/HEAD", "ref: refs/heads/main\n");
        Directory.CreateDirectory(folder.At("top/a/b"));

        Assert.Equal(new GitFolder(folder.At("top/.git"), ""), GitFolder.Of(folder.At("top")));
        Assert.Equal(new GitFolder(folder.At("top/.git"), "a/b"), GitFolder.Of(folder.At("top/a/b")));
    }

    [Theory]
    [InlineData("gitdir: ../main/.git/worktrees/linked\n")]
    [InlineData("gitdir: ../main/.git/worktrees/linked")]
    public void A_linked_work_tree_and_a_submodule_point_to_theirs(string pointer)
    {
        folder.Write("main/.git/worktrees/linked/HEAD", "ref: refs/heads/other\n");
        folder.Write("linked/.git", pointer);

        Assert.Equal(new GitFolder(folder.At("main/.git/worktrees/linked"), ""), GitFolder.Of(folder.At("linked")));
    }

    [Fact]
    public void A_pointer_may_be_absolute()
    {
        folder.Write("git/HEAD", "x");
        folder.Write("tree/.git", $"gitdir: {folder.At("git")}\n");

        Assert.Equal(folder.At("git"), GitFolder.Of(folder.At("tree"))?.Path);
    }

    [Fact]
    public void What_is_no_git_folder_is_none()
    {
        folder.Write("empty/.git/config", "");
        folder.Write("text/.git", "hello\n");
        folder.Write("nowhere/.git", "gitdir: ../absent\n");
        folder.Write("long/.git", "gitdir: " + new string('x', 10_000));

        Assert.All(["empty", "text", "nowhere", "long"], n => Assert.Null(GitFolder.Of(folder.At(n))));
    }
}
