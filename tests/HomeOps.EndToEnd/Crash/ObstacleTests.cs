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

    [Theory]
    [InlineData("kubernetes")]
    [InlineData("kubernetes/components")]
    [InlineData("talos")]
    public void A_folder_that_links_out_of_the_tree_is_refused_once(string linked)
    {
        using var folder = Configured();
        Directory.CreateDirectory(folder["outside"]);
        Directory.Move(folder["home/" + linked], folder["outside/there"]);
        Directory.CreateSymbolicLink(folder["home/" + linked], folder["outside/there"]);

        var error = ExpectRefused(
            folder,
            $"error HO0101: '{linked}' leads out of the target folder through a symbolic link\n"
                + $"  --> {linked}\n  = hint: remove the link, or make it point inside the folder\n"
        );
        Assert.Equal(1, error.Split("error HO").Length - 1);
    }

    [Fact]
    public void A_file_of_ones_own_that_differs_by_case_only_is_named()
    {
        using var folder = Configured();
        folder.Write("home/talos/TalEnv.yaml", "mine");

        var outcome = HomeOpsBinary.Run(folder["home"], "configure").Expect(0);

        Assert.Contains("'talos/talenv.yaml' and 'talos/TalEnv.yaml'", outcome.Error, StringComparison.Ordinal);
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

    private static string ExpectRefused(ScratchFolder folder, string message)
    {
        var before = folder.Snapshot();

        var outcome = HomeOpsBinary.Run(folder["home"], "configure").Expect(1);

        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
        return outcome.Error;
    }
}
