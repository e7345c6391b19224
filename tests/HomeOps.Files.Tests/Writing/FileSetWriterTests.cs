using System.Text;

namespace HomeOps.Files.Tests;

public sealed class FileSetWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_first_run_creates_the_files_and_the_list_of_them()
    {
        var outcome = Write(("a/b.yaml", "b"), ("c.yaml", "c"));

        Assert.Equal((true, 0), (outcome.IsWritten, outcome.Diagnostics.Count));
        Assert.Equal("b", folder.Read("a/b.yaml"));
        Assert.Equal(
            """
            {
              "version": 1,
              "files": {
                "a/b.yaml": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
                "c.yaml": "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6"
              }
            }

            """,
            folder.Read(".homeops/manifest.json")
        );
    }

    [Fact]
    public void A_second_run_touches_nothing()
    {
        Write(("a", "1"), ("b", "2"));
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, old);
        }

        var outcome = Write(("a", "1"), ("b", "3"));

        Assert.Equal(old, File.GetLastWriteTimeUtc(folder.At("a")));
        Assert.Equal(
            [new FileChange("a", FileChangeKind.Unchanged), new FileChange("b", FileChangeKind.Changed)],
            outcome.Plan.Changes
        );
        Assert.False(Write(("a", "1"), ("b", "3")).Plan.HasChanges);
    }

    [Fact]
    public void What_is_no_longer_made_goes_with_the_folders_it_leaves_empty()
    {
        Write(("a/b/c", "1"), ("a/d/e", "2"), ("f/g", "3"));
        folder.Write("f/mine", "x");
        Directory.CreateDirectory(folder.At("empty"));

        var outcome = Write(("a/d/e", "2"));

        Assert.Equal(2, outcome.Plan.Count(FileChangeKind.Removed));
        Assert.False(Directory.Exists(folder.At("a/b")));
        Assert.Equal(["f/mine"], Directory.GetFiles(folder.At("f")).Select(static f => "f/" + Path.GetFileName(f)));
        Assert.True(Directory.Exists(folder.At("empty")));
        Assert.DoesNotContain("f/g", folder.Read(".homeops/manifest.json"));
    }

    [Fact]
    public void A_part_of_a_set_leaves_the_rest_in_place_and_in_the_list()
    {
        Write(("a", "1"), ("b", "2"));

        var outcome = new FileSetWriter(folder.Path).Write(
            [new MemoryFile("b", "3"u8.ToArray())],
            new FileSetOptions { IsPart = true }
        );

        Assert.Equal([new FileChange("b", FileChangeKind.Changed)], outcome.Plan.Changes);
        Assert.Equal("1", folder.Read("a"));
        Assert.Equal(
            [new FileChange("a", FileChangeKind.Removed), new FileChange("b", FileChangeKind.Unchanged)],
            Write(("b", "3")).Plan.Changes
        );
    }

    [Fact]
    public void A_file_made_from_what_is_on_disk_is_no_conflict()
    {
        folder.Write("a", "mine");

        var outcome = new FileSetWriter(folder.Path).Write(
            [new MemoryFile("a", "mine and more"u8.ToArray())],
            new FileSetOptions { Merged = new HashSet<string>(StringComparer.Ordinal) { "a" } }
        );

        Assert.True(outcome.IsWritten);
        Assert.Equal("mine and more", folder.Read("a"));
    }

    [Fact]
    public void A_file_that_was_deleted_by_hand_comes_back()
    {
        Write(("a", "1"));
        File.Delete(folder.At("a"));

        Assert.Equal([new FileChange("a", FileChangeKind.Created)], Write(("a", "1")).Plan.Changes);
        Assert.Equal("1", folder.Read("a"));
    }

    [Fact]
    public void An_edit_is_kept_while_the_generated_content_stays_the_same()
    {
        Write(("a", "1"));
        folder.Write("a", "mine");

        var outcome = Write(("a", "1"));

        Assert.Equal([new FileChange("a", FileChangeKind.Kept)], outcome.Plan.Changes);
        Assert.True(outcome.IsWritten);
        Assert.Equal("mine", folder.Read("a"));
    }

    [Fact]
    public void An_edit_of_a_file_that_changes_too_stops_the_whole_run()
    {
        Write(("a", "1"), ("b", "1"));
        folder.Write("a", "mine");

        var outcome = Write(("a", "2"), ("b", "2"));

        Assert.False(outcome.IsWritten);
        var finding = Assert.Single(outcome.Diagnostics);
        Assert.Equal(
            "a:1:1: error HO0104: 'a' was edited by hand, and its generated content changed too",
            finding.ToString()
        );
        Assert.Equal(
            "--force overwrites the edit, --keep keeps it; or move the edit into the template first",
            finding.Hint
        );
        Assert.Equal(("mine", "1"), (folder.Read("a"), folder.Read("b")));
    }

    [Fact]
    public void A_file_of_another_origin_stops_the_run_unless_it_is_as_wanted()
    {
        folder.Write("a", "mine");
        folder.Write("b", "same");

        var outcome = Write(("a", "1"), ("b", "same"));

        Assert.Equal(
            "a:1:1: error HO0105: 'a' exists with another content and was not generated by homeops",
            Assert.Single(outcome.Diagnostics).ToString()
        );
        Assert.False(Directory.Exists(folder.At(".homeops")));
        Assert.True(Write(("b", "same")).IsWritten);
    }

    [Fact]
    public void An_edited_file_that_is_no_longer_made_stops_the_run()
    {
        Write(("a", "1"), ("b", "1"));
        folder.Write("a", "mine");

        Assert.Equal(
            "a:1:1: error HO0106: 'a' is no longer generated, but was edited by hand since it was",
            Assert.Single(Write(("b", "1")).Diagnostics).ToString()
        );
        Assert.Equal("mine", folder.Read("a"));
    }

    [Fact]
    public void Force_overwrites_and_removes_edits()
    {
        Write(("a", "1"), ("b", "1"));
        folder.Write("a", "mine");
        folder.Write("b", "mine");
        folder.Write("c", "mine");

        Assert.True(Write(ConflictRule.Overwrite, ("a", "2"), ("c", "2")).IsWritten);
        Assert.Equal(("2", false, "2"), (folder.Read("a"), File.Exists(folder.At("b")), folder.Read("c")));
    }

    [Fact]
    public void Keep_leaves_edits_and_remembers_that_they_are_wanted()
    {
        Write(("a", "1"), ("b", "1"));
        folder.Write("a", "mine");
        folder.Write("b", "mine");

        Assert.True(Write(ConflictRule.Keep, ("a", "2")).IsWritten);
        Assert.Equal(("mine", "mine"), (folder.Read("a"), folder.Read("b")));
        Assert.Equal([new FileChange("a", FileChangeKind.Kept)], Write(("a", "2")).Plan.Changes);
    }

    [Fact]
    public void The_run_bit_and_privacy_are_part_of_a_file()
    {
        var run = MemoryFile.DefaultMode | UnixFileMode.UserExecute;
        folder.Write("run.sh", "x");
        folder.Write("key", "k");
        PrivateFile.Create(folder.At("closed"), "1"u8);
        MemoryFile[] wanted =
        [
            new("run.sh", "x"u8.ToArray()) { Mode = run },
            new("key", "k"u8.ToArray()) { Mode = MemoryFile.PrivateMode },
            new("closed", "2"u8.ToArray()),
        ];

        var outcome = new FileSetWriter(folder.Path).Write(wanted, new FileSetOptions(ConflictRule.Overwrite));

        Assert.Equal(3, outcome.Plan.Count(FileChangeKind.Changed));
        Assert.True(new FileInfo(folder.At("run.sh")).UnixFileMode.HasFlag(UnixFileMode.UserExecute));
        Assert.Equal(MemoryFile.PrivateMode, new FileInfo(folder.At("key")).UnixFileMode);
        Assert.Equal(MemoryFile.PrivateMode, new FileInfo(folder.At("closed")).UnixFileMode);
        Assert.False(new FileSetWriter(folder.Path).Write(wanted, new FileSetOptions()).Plan.HasChanges);
    }

    [Fact]
    public void A_plan_is_counted_by_folder_and_changes_nothing()
    {
        Write(("k/a", "1"), ("k/b", "1"), ("t/c", "1"), ("top", "1"));
        var before = folder.Snapshot();

        var plan = new FileSetWriter(folder.Path).Plan(
            Files(("k/a", "2"), ("k/new", "1"), ("t/c", "1"), ("top", "1")),
            new FileSetOptions()
        );

        Assert.Equal(
            [".   1 unchanged", "k/  1 created, 1 changed, 1 removed", "t/  1 unchanged"],
            plan.SummaryLines()
        );
        Assert.True(plan.HasChanges);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void Nothing_is_written_without_approval()
    {
        var asked = 0;
        var outcome = new FileSetWriter(folder.Path).Write(
            Files(("a", "1")),
            new FileSetOptions(),
            plan =>
            {
                asked += plan.Count(FileChangeKind.Created);
                return false;
            }
        );

        Assert.Equal((false, 0, 1), (outcome.IsWritten, outcome.Diagnostics.Count, asked));
        Assert.False(File.Exists(folder.At("a")));
    }

    [Fact]
    public void A_second_run_at_the_same_time_is_told_so()
    {
        Directory.CreateDirectory(folder.At(".homeops"));
        using (new DiskFileSystem().TryLock(folder.At(".homeops/lock")))
        {
            var outcome = Write(("a", "1"));

            Assert.Equal(
                $"error HO0108: another run of homeops is writing to '{folder.Path}'",
                Assert.Single(outcome.Diagnostics).ToString()
            );
        }

        Assert.True(Write(("a", "1")).IsWritten);
    }

    [Theory]
    [InlineData("nonsense", "the list of generated files is damaged: it is not the JSON that homeops writes")]
    [InlineData("[]", "the list of generated files is damaged: it is not the JSON that homeops writes")]
    [InlineData("""{"version": 2, "files": {}}""", "the list of generated files is damaged: its version is not 1")]
    [InlineData(
        """{"version": 1, "files": {"../a": ""}}""",
        "the list of generated files is damaged: '../a' is not the path of a generated file"
    )]
    public void A_damaged_list_of_files_is_refused(string text, string message)
    {
        folder.Write(".homeops/manifest.json", text);

        Assert.Equal(
            $".homeops/manifest.json:1:1: error HO0109: {message}",
            Assert.Single(Write(("a", "1")).Diagnostics).ToString()
        );
    }

    private FileSetOutcome Write(params (string Path, string Text)[] files) => Write(ConflictRule.Refuse, files);

    private FileSetOutcome Write(ConflictRule rule, params (string Path, string Text)[] files) =>
        new FileSetWriter(folder.Path).Write(Files(files), new FileSetOptions(rule));

    private static MemoryFile[] Files(params (string Path, string Text)[] files) =>
        [.. files.Select(static f => new MemoryFile(f.Path, Encoding.UTF8.GetBytes(f.Text)))];
}
