using HomeOps.Files;

namespace HomeOps.Cli.Tests;

public sealed class InitCommandTests
{
    [Fact]
    public void An_empty_folder_becomes_the_start_of_a_repository()
    {
        using var world = new TestWorld();

        Assert.Equal(0, world.Run("init", "--domain", "example.com", "--repository", "me/cluster"));

        Assert.Contains("made   cluster.yaml", world.Output, StringComparison.Ordinal);
        Assert.Contains("\"example.com\"", world.Read("cluster.yaml"), StringComparison.Ordinal);
        Assert.Contains("AGE-SECRET-KEY-PQ-1", world.Read("age.key"), StringComparison.Ordinal);
        foreach (var secret in (string[])["age.key", "github-deploy.key", "github-push-token.txt"])
        {
            Assert.Equal(MemoryFile.PrivateMode, File.GetUnixFileMode(world[secret]));
            Assert.Contains(secret, world.Read(".gitignore"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_second_run_touches_nothing()
    {
        using var world = new TestWorld();
        world.Run("init", "--domain", "example.com", "--repository", "me/cluster", "--age-key", "classic");
        var files = Directory
            .GetFiles(world.Folder)
            .ToDictionary(static f => f, File.ReadAllText, StringComparer.Ordinal);

        Assert.Equal(0, world.Run("init", "--domain", "other.example", "--repository", "me/cluster"));

        Assert.Equal(
            files,
            Directory.GetFiles(world.Folder).ToDictionary(static f => f, File.ReadAllText, StringComparer.Ordinal)
        );
        Assert.DoesNotContain("made ", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_terminal_it_asks_for_what_no_flag_gave()
    {
        using var world = new TestWorld();
        world.Answers.Enqueue("example.com");
        world.Answers.Enqueue("me/cluster");

        Assert.Equal(0, world.Run("init"));

        Assert.Contains("Domain of the cluster", world.Error, StringComparison.Ordinal);
        Assert.Contains("\"me/cluster\"", world.Read("cluster.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_flag_is_a_finding_and_makes_nothing()
    {
        using var world = new TestWorld();

        Assert.Equal(1, world.Run("init", "--domain", "not a domain"));

        Assert.Contains("not a domain", world.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(world.Folder));
    }
}
