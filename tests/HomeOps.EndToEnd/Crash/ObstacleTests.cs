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

        Assert.Contains(
            "warning HO1407: 'talos/talenv.yaml' and 'talos/TalEnv.yaml' differ in upper and lower case only\n",
            outcome.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_is_written()
    {
        Strace.Require();
        using var folder = Configured();
        ChangeInput(folder);
        var before = folder.Snapshot();

        var outcome = Strace.Inject(folder["home"], "pwrite64", "error=ENOSPC:when=2+", "configure").Expect(1);

        Assert.Matches(
            @"error HO0107: '\S+' cannot be written: the disk is full\n  --> \S+\n  = hint: run the command again when the cause is removed; nothing was written\n",
            outcome.Error
        );
        Assert.EndsWith("failed, nothing written\n", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Theory]
    [InlineData("EROFS", "the file system is read-only")]
    [InlineData("EACCES", "permission denied")]
    public void A_folder_that_may_not_be_written_to_is_told(string error, string reason)
    {
        Strace.Require();
        using var folder = Configured();
        ChangeInput(folder);
        var before = folder.Snapshot();
        var opened = Strace.Number(folder["home"], ["openat"], "configure", "--dry-run")["openat"];

        // Reading goes well; what is opened after it is opened to write.
        var outcome = Strace
            .Inject(folder["home"], "openat", $"error={error}:when={opened[^1] + 1}+", "configure")
            .Expect(1);

        Assert.Contains($"cannot be written: {reason}\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void A_lock_that_is_held_is_told_and_one_that_a_killed_run_left_is_not_in_the_way()
    {
        Strace.Require();
        using var folder = Configured();
        ChangeInput(folder);
        var path = folder["home/.homeops/lock"];
        using (var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = HomeOpsBinary.Run(folder["home"], "configure").Expect(1);
            Assert.Contains(
                $"error HO0108: another run of homeops is writing to '{folder["home"]}'\n"
                    + "  = hint: wait for it to end; the lock is released when its process ends, however it ends\n",
                refused.Error,
                StringComparison.Ordinal
            );
        }

        var renames = Strace.Number(folder["home"], ["rename"], "configure", "--dry-run")["rename"].Count;
        Strace.Inject(folder["home"], "rename", $"signal=SIGKILL:when={renames + 2}", "configure").Expect(137);
        Assert.True(File.Exists(path));
        Assert.True(File.Exists(folder["home/.homeops/journal.json"]));

        var next = HomeOpsBinary.Run(folder["home"], "configure").Expect(0);

        Assert.Contains(
            "note HO0111: an earlier run was interrupted while writing; its files are complete now\n",
            next.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_write_that_stops_half_way_says_what_the_next_run_does()
    {
        Strace.Require();
        using var folder = Configured();
        ChangeInput(folder);

        var outcome = Strace.Inject(folder["home"], "rename", "error=EIO:when=2+", "configure").Expect(1);

        Assert.Matches(
            @"error HO0110: writing stopped half-way at '\S+': .+\n  --> \S+\n  = hint: remove the cause and run the command again; it first finishes what was begun\n",
            outcome.Error
        );
        Assert.EndsWith(
            "stopped while writing; the next run completes it first\n",
            outcome.Output,
            StringComparison.Ordinal
        );
        HomeOpsBinary.Run(folder["home"], "configure").Expect(0);
        HomeOpsBinary.Run(folder["home"], "configure", "--check").Expect(0);
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
        ChangeInput(folder);
        var ends = new Outcome[6];
        Parallel.For(0, ends.Length, i => ends[i] = HomeOpsBinary.Run(folder["home"], "configure"));

        Assert.Contains(ends, static e => e.ExitCode == 0);
        Assert.All(
            ends.Where(static e => e.ExitCode != 0),
            static e => Assert.Contains("another run of homeops is writing", e.Error, StringComparison.Ordinal)
        );
        HomeOpsBinary.Run(folder["home"], "configure", "--check").Expect(0);
    }

    private static void ChangeInput(ScratchFolder folder) =>
        folder.Write(
            "home/cluster.yaml",
            folder.Read("home/cluster.yaml").Replace("\"dsr\"", "\"snat\"", StringComparison.Ordinal)
        );

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
