using System.Text;

namespace HomeOps.Files.Tests.Writing;

public sealed class GeneratedCopiesTests : IDisposable
{
    private const string Cache = ".git/homeops/written";

    private readonly TemporaryFolder folder = new();

    public GeneratedCopiesTests() => folder.Write(".git/HEAD", "ref: refs/heads/main\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_written_is_found_by_its_hash()
    {
        Write(("a", "one\ntwo\n"), ("b", ""), ("c/d", "\0\n\u00FF"));

        var found = Copies().Find([Hash("one\ntwo\n"), Hash(""), Hash("\0\n\u00FF"), Hash("absent")]);

        Assert.Equal(["", "\0\n\u00FF", "one\ntwo\n"], found.Values.Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(MemoryFile.PrivateMode, new FileInfo(folder.At(Cache)).UnixFileMode);
        Assert.Equal([folder.At(Cache)], Directory.GetFiles(folder.At(".git/homeops")));
    }

    [Fact]
    public void Only_the_last_set_is_remembered_and_an_unchanged_one_is_not_written_again()
    {
        Write(("a", "1"));
        var first = File.ReadAllBytes(folder.At(Cache));
        File.SetLastWriteTimeUtc(folder.At(Cache), DateTime.UnixEpoch);

        Write(("a", "1"));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(folder.At(Cache)));
        Assert.Equal(first, File.ReadAllBytes(folder.At(Cache)));

        Write(("a", "2"));
        Assert.Empty(Copies().Find([Hash("1")]));
        Assert.NotEmpty(Copies().Find([Hash("2")]));
    }

    [Fact]
    public void A_kept_edit_is_remembered_as_what_was_generated()
    {
        Write(("a", "1"));
        folder.Write("a", "mine");

        new FileSetWriter(folder.Path).Write(
            Files(("a", "2")),
            new FileSetOptions(ConflictRule.Keep) { Copies = Copies() }
        );

        Assert.NotEmpty(Copies().Find([Hash("2")]));
        Assert.Empty(Copies().Find([Hash("mine")]));
    }

    [Fact]
    public void Two_folders_of_one_work_tree_do_not_share_a_copy()
    {
        Write(("a", "1"));
        Directory.CreateDirectory(folder.At("sub"));
        var sub = GeneratedCopies.Of(folder.At("sub"));

        new FileSetWriter(folder.At("sub")).Write(Files(("a", "2")), new FileSetOptions { Copies = sub });

        Assert.NotEmpty(Copies().Find([Hash("1")]));
        Assert.NotEmpty(sub?.Find([Hash("2")]) ?? new Dictionary<string, byte[]>());
        Assert.Equal(2, Directory.GetFiles(folder.At(".git/homeops")).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("homeops written 1 x\nabc 99999999\nx")]
    [InlineData("homeops written 1 x\nabc -1\nx")]
    [InlineData("homeops written 1 x\nno-number\n")]
    [InlineData("homeops written 1 x\n6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b 1\n2")]
    public void A_damaged_copy_gives_nothing_and_is_made_anew(string text)
    {
        Write(("a", "1"));
        File.WriteAllText(folder.At(Cache), text);

        Assert.Empty(Copies().Find([Hash("1"), "abc"]));

        Write(("a", "1"));
        Assert.NotEmpty(Copies().Find([Hash("1")]));
    }

    [Fact]
    public void A_fresh_clone_that_is_as_wanted_is_remembered_without_a_lock_in_it()
    {
        Write(("a", "1"));
        File.Delete(folder.At(Cache));
        File.Delete(folder.At(".homeops/lock"));

        Write(("a", "1"));

        Assert.NotEmpty(Copies().Find([Hash("1")]));
        Assert.False(File.Exists(folder.At(".homeops/lock")));
    }

    [Fact]
    public void What_a_killed_run_left_is_replaced()
    {
        folder.Write(Cache + ".new", "half");

        Write(("a", "1"));

        Assert.NotEmpty(Copies().Find([Hash("1")]));
        Assert.False(File.Exists(folder.At(Cache + ".new")));
    }

    [Fact]
    public void A_copy_that_cannot_be_made_is_noted_and_the_set_is_written()
    {
        folder.Write(".git/homeops", "a file");

        var outcome = Write(("a", "1"));

        Assert.True(outcome.IsWritten);
        Assert.False(outcome.IsUnfinished);
        Assert.Equal("1", folder.Read("a"));
        var note = Assert.Single(outcome.Diagnostics);
        Assert.StartsWith(
            $"{folder.At(Cache)}:1:1: note HO0130: what was generated cannot be remembered: ",
            note.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "everything else is done; without it a later edit by hand can only be compared with Git's history",
            note.Hint
        );
    }

    [Fact]
    public void Outside_of_git_there_is_none()
    {
        Directory.Delete(folder.At(".git"), recursive: true);

        Assert.Null(GeneratedCopies.Of(folder.Path));
    }

    [Fact]
    public void A_conflict_names_what_was_generated()
    {
        Write(("a", "1"), ("gone", "2"));
        folder.Write("a", "mine");
        folder.Write("gone", "mine");
        folder.Write("new", "mine");

        var plan = Write(("a", "3"), ("new", "4")).Plan;

        Assert.Equal(
            [("a", Hash("1")), ("gone", Hash("2")), ("new", null)],
            plan.Changes.Where(static c => c.Kind == FileChangeKind.Conflict).Select(static c => (c.Path, c.Generated))
        );
    }

    private FileSetOutcome Write(params (string Path, string Text)[] files) =>
        new FileSetWriter(folder.Path).Write(Files(files), new FileSetOptions { Copies = Copies() });

    private GeneratedCopies Copies() =>
        GeneratedCopies.Of(folder.Path) ?? throw new InvalidOperationException("the folder is in a work tree");

    private static string Hash(string text) => FileManifest.Hash(Encoding.UTF8.GetBytes(text));

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    private static MemoryFile[] Files(params (string Path, string Text)[] files) =>
        [.. files.Select(static f => new MemoryFile(f.Path, Encoding.UTF8.GetBytes(f.Text)))];
}
