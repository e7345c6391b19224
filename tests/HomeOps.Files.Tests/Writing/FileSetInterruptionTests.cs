namespace HomeOps.Files.Tests;

/// <summary>Whatever call fails, and wherever the process is killed, the folder ends in the old or in the new set.</summary>
public sealed class FileSetInterruptionTests
{
    private static readonly FileSetOptions Options = new();

    private static readonly MemoryFile[] OldSet =
    [
        Text("changed", "1"),
        Text("same", "same"),
        Text("gone/deep/a", "a"),
        Text("gone/deep/b", "b"),
        Text("half/goes", "x"),
        Text("half/stays", "y"),
        Text("becomes-folder", "file"),
        Text("becomes-file/inner/x", "x"),
        Text("run.sh", "#!"),
    ];

    private static readonly MemoryFile[] NewSet =
    [
        Text("changed", "2"),
        Text("same", "same"),
        Text("half/stays", "y"),
        Text("new/deep/c", "c"),
        Text("new/deep/d", "d"),
        Text("becomes-folder/inner/x", "x"),
        Text("becomes-folder/x", "x"),
        Text("becomes-file", "file"),
        Text("run.sh", "#!") with
        {
            Mode = MemoryFile.DefaultMode | UnixFileMode.UserExecute,
        },
    ];

    [Theory]
    [InlineData(Fault.KillAfter)]
    [InlineData(Fault.KillWithin)]
    [InlineData(Fault.Deny)]
    [InlineData(Fault.FailOnce)]
    [InlineData(Fault.FailFromThenOn)]
    internal void Every_interruption_ends_in_the_old_or_the_new_set(Fault fault)
    {
        var (before, after) = (SnapshotOf(OldSet), SnapshotOf(OldSet, NewSet));
        var ends = new HashSet<string>(StringComparer.Ordinal);
        var reached = true;
        for (var n = 1; reached; n++)
        {
            using var folder = new TemporaryFolder();
            WriteOldSet(folder);
            var faulty = new FaultyFileSystem(n, fault);
            var outcome = WriteUntilKilled(folder, faulty);
            reached = faulty.WasReached;
            if (outcome is { IsWritten: true })
            {
                Assert.Equal(after, folder.Snapshot());
            }

            if (outcome is { IsWritten: false })
            {
                Assert.NotEmpty(outcome.Diagnostics);
            }

            Assert.True(new WriteRecovery(new DiskFileSystem(), folder.Path).Run(ConflictRule.Refuse, []));
            ends.Add(folder.Snapshot());
            Assert.Subset(new HashSet<string> { before, after }, ends);

            Assert.True(new FileSetWriter(folder.Path, Sound()).Write(NewSet, Options).IsWritten);
            Assert.Equal(after, folder.Snapshot());
        }

        Assert.Equal(2, ends.Count);
    }

    [Fact]
    public void Recovery_can_be_killed_as_well()
    {
        var (before, after) = (SnapshotOf(OldSet), SnapshotOf(OldSet, NewSet));
        for (var n = 2; n < 40; n += 3)
        {
            for (var m = 1; m < 24; m += 2)
            {
                using var folder = new TemporaryFolder();
                WriteOldSet(folder);
                WriteUntilKilled(folder, new FaultyFileSystem(n, Fault.KillAfter));
                try
                {
                    new WriteRecovery(new FaultyFileSystem(m, Fault.KillAfter), folder.Path).Run(
                        ConflictRule.Refuse,
                        []
                    );
                }
                catch (KilledException)
                {
                    Assert.True(new WriteRecovery(new DiskFileSystem(), folder.Path).Run(ConflictRule.Refuse, []));
                }

                Assert.Contains(folder.Snapshot(), new[] { before, after });
            }
        }
    }

    [Fact]
    public void A_plan_made_while_a_journal_waits_sees_the_set_as_complete()
    {
        using var folder = Interrupted();

        var plan = new FileSetWriter(folder.Path).Plan(NewSet, Options);

        Assert.Empty(plan.Diagnostics);
        Assert.False(plan.HasChanges);
    }

    [Fact]
    public void The_next_run_says_that_it_finished_the_interrupted_one()
    {
        using var folder = Interrupted();

        var outcome = new FileSetWriter(folder.Path).Write(NewSet, Options);

        Assert.Equal(
            "note HO0111: an earlier run was interrupted while writing; its files are complete now",
            Assert.Single(outcome.Diagnostics).ToString()
        );
    }

    [Fact]
    public void An_edit_made_after_the_interruption_is_not_overwritten_silently()
    {
        using var folder = Interrupted();
        folder.Write("changed", "mine");

        var outcome = new FileSetWriter(folder.Path).Write(NewSet, Options);

        Assert.False(outcome.IsWritten);
        Assert.Equal(
            "changed:1:1: error HO0113: 'changed' was edited after an earlier run was interrupted while writing it",
            Assert.Single(outcome.Diagnostics).ToString()
        );
        Assert.Equal("mine", folder.Read("changed"));
    }

    [Theory]
    [InlineData(ConflictRule.Keep, "mine")]
    [InlineData(ConflictRule.Overwrite, "2")]
    public void An_edit_made_after_the_interruption_is_kept_or_overwritten_on_demand(ConflictRule rule, string expected)
    {
        using var folder = Interrupted();
        folder.Write("changed", "mine");

        Assert.True(new FileSetWriter(folder.Path).Write(NewSet, new FileSetOptions(rule)).IsWritten);
        Assert.Equal(expected, folder.Read("changed"));
    }

    [Fact]
    public void A_file_put_where_one_was_to_go_is_not_removed_silently()
    {
        using var folder = Interrupted();
        folder.Write("half/goes", "mine");

        var outcome = new FileSetWriter(folder.Path).Write(NewSet, Options);

        Assert.False(outcome.IsWritten);
        Assert.Equal("HO0113", Assert.Single(outcome.Diagnostics).Code);
        Assert.True(new FileSetWriter(folder.Path).Write(NewSet, new FileSetOptions(ConflictRule.Keep)).IsWritten);
        Assert.Equal("mine", folder.Read("half/goes"));
    }

    [Fact]
    public void Recovering_ends_what_was_begun_without_a_new_set()
    {
        using var folder = Interrupted();

        var (isAtRest, findings) = new FileSetWriter(folder.Path).Recover(Options);

        Assert.True(isAtRest);
        Assert.Equal("HO0111", Assert.Single(findings).Code);
        Assert.Equal(SnapshotOf(OldSet, NewSet), folder.Snapshot());
        var (again, nothing) = new FileSetWriter(folder.Path).Recover(Options);
        Assert.True(again);
        Assert.Empty(nothing);
    }

    [Fact]
    public void Temporary_files_that_lost_their_content_undo_the_run_if_nothing_was_changed_yet()
    {
        using var folder = Interrupted();
        File.WriteAllText(Directory.GetFiles(folder.Path, ".changed.*")[0], "");

        var findings = new List<Text.Diagnostic>();
        Assert.True(new WriteRecovery(new DiskFileSystem(), folder.Path).Run(ConflictRule.Refuse, findings));

        Assert.Equal(
            "note HO0112: an earlier run was interrupted before it changed anything; its remains are removed",
            Assert.Single(findings).ToString()
        );
        Assert.Equal(SnapshotOf(OldSet), folder.Snapshot());
    }

    [Fact]
    public void A_lost_temporary_file_among_finished_ones_is_made_again()
    {
        using var folder = Interrupted();
        File.Delete(folder.At("half/goes"));
        File.WriteAllText(Directory.GetFiles(folder.Path, ".changed.*")[0], "");

        Assert.True(new FileSetWriter(folder.Path).Write(NewSet, Options).IsWritten);
        Assert.Equal(SnapshotOf(OldSet, NewSet), folder.Snapshot());
    }

    [Fact]
    public void A_damaged_journal_is_left_to_a_person()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".homeops/journal.json", """{"moves": [["../x", "y", "", null]]}""");

        var outcome = new FileSetWriter(folder.Path).Write(OldSet, Options);

        Assert.Equal("HO0118", Assert.Single(outcome.Diagnostics).Code);
        Assert.Equal(
            ".homeops/journal.json:1:1: error HO0118: the journal of an interrupted run, '.homeops/journal.json', is damaged",
            outcome.Diagnostics[0].ToString()
        );
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_is_changed()
    {
        var finding = FirstFinding("HO0107", Fault.FailOnce);

        Assert.Matches(@"^\S+:1:1: error HO0107: '\S+' cannot be written: the disk is full$", finding.ToString());
        Assert.Equal("run the command again when the cause is removed; nothing was written", finding.Hint);
    }

    [Fact]
    public void A_failure_after_the_journal_counts_is_told_with_what_comes_next()
    {
        var finding = FirstFinding("HO0110", Fault.Deny);

        Assert.Matches(
            @"^\S+:1:1: error HO0110: writing stopped half-way at '\S+': permission denied$",
            finding.ToString()
        );
        Assert.Equal("remove the cause and run the command again; it first finishes what was begun", finding.Hint);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told()
    {
        var finding = FirstFinding("HO0117", Fault.Deny);

        Assert.Matches(@"^\S+:1:1: error HO0117: '\S+' cannot be read: permission denied$", finding.ToString());
    }

    private static Text.Diagnostic FirstFinding(string code, Fault fault)
    {
        for (var n = 1; ; n++)
        {
            using var folder = new TemporaryFolder();
            WriteOldSet(folder);
            if (
                WriteUntilKilled(folder, new FaultyFileSystem(n, fault)) is { Diagnostics: [var only] }
                && only.Code == code
            )
            {
                return only;
            }
        }
    }

    // Stopped right after the journal began to count, before anything was moved.
    private static TemporaryFolder Interrupted()
    {
        for (var n = 1; ; n++)
        {
            var folder = new TemporaryFolder();
            WriteOldSet(folder);
            WriteUntilKilled(folder, new FaultyFileSystem(n, Fault.KillAfter));
            if (File.Exists(folder.At(".homeops/journal.json")))
            {
                return folder;
            }

            folder.Dispose();
        }
    }

    // Without waiting for the disk.
    private static FaultyFileSystem Sound() => new(int.MaxValue, Fault.KillAfter);

    private static void WriteOldSet(TemporaryFolder folder) =>
        new FileSetWriter(folder.Path, Sound()).Write(OldSet, Options);

    private static FileSetOutcome? WriteUntilKilled(TemporaryFolder folder, FaultyFileSystem faulty)
    {
        try
        {
            return new FileSetWriter(folder.Path, faulty).Write(NewSet, Options);
        }
        catch (KilledException)
        {
            return null;
        }
    }

    private static string SnapshotOf(params MemoryFile[][] sets)
    {
        using var folder = new TemporaryFolder();
        foreach (var set in sets)
        {
            var outcome = new FileSetWriter(folder.Path).Write(set, Options);
            Assert.Equal((true, 0), (outcome.IsWritten, outcome.Diagnostics.Count));
        }

        return folder.Snapshot();
    }

    private static MemoryFile Text(string path, string text) => new(path, System.Text.Encoding.UTF8.GetBytes(text));
}
