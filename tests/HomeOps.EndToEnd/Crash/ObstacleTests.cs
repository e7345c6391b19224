namespace HomeOps.EndToEnd;

/// <summary>What stands in the way of a write is told, and nothing is written.</summary>
public sealed class ObstacleTests
{
    [Fact]
    public void A_link_out_of_the_tree_is_refused()
    {
        using var folder = Configured();
        folder.Write("outside/talenv.yaml", "mine");
        File.Delete(folder["home/talos/talenv.yaml"]);
        File.CreateSymbolicLink(folder["home/talos/talenv.yaml"], folder["outside/talenv.yaml"]);

        ExpectRefused(
            folder,
            "error HO0101: 'talos/talenv.yaml' leads out of the target folder through a symbolic link"
        );
    }

    [Fact]
    public void A_folder_where_a_file_should_be_is_refused()
    {
        using var folder = Configured();
        File.Delete(folder["home/talos/talenv.yaml"]);
        folder.Write("home/talos/talenv.yaml/mine", "mine");

        ExpectRefused(folder, "error HO0102: a folder stands where the file 'talos/talenv.yaml' should be");
    }

    [Fact]
    public void A_file_where_a_folder_should_be_is_refused()
    {
        using var folder = Configured();
        Directory.Delete(folder["home/talos"], recursive: true);
        folder.Write("home/talos", "mine");

        ExpectRefused(folder, "cannot be written, because 'talos' is not a folder");
    }

    [Fact]
    public void Runs_at_the_same_time_do_not_mix()
    {
        using var folder = Configured();
        var input = folder.Read("home/cluster.yaml");
        folder.Write("home/cluster.yaml", input.Replace("\"dsr\"", "\"snat\"", StringComparison.Ordinal));
        var ends = new Outcome[6];
        Parallel.For(0, ends.Length, i => ends[i] = HomeOpsBinary.Run(folder["home"], "configure"));

        Assert.Contains(ends, static e => e.ExitCode == 0);
        Assert.All(
            ends.Where(static e => e.ExitCode != 0),
            static e => Assert.Contains("another run of homeops is writing", e.Error, StringComparison.Ordinal)
        );
        HomeOpsBinary.Run(folder["home"], "configure", "--check").Expect(0);
    }

    private static ScratchFolder Configured()
    {
        var folder = new ScratchFolder();
        folder.CopyFrom("examples/home", "example");
        HomeOpsBinary
            .Run(folder.Path, "configure", "example", "--into", "home", "--create-keys", "--age-key", "classic")
            .Expect(0);
        return folder;
    }

    private static void ExpectRefused(ScratchFolder folder, string message)
    {
        var before = folder.Snapshot();

        var outcome = HomeOpsBinary.Run(folder["home"], "configure").Expect(1);

        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }
}
