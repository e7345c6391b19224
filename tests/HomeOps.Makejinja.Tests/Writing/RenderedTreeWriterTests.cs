using HomeOps.Files;

namespace HomeOps.Makejinja.Tests;

public sealed class RenderedTreeWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("homeops-makejinja-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_are_written_below_the_output()
    {
        Add("in/a/b.jinja", "{{ 1 }}");
        Add("in/c", "2");

        Assert.Empty(Render().Diagnostics);
        Assert.Equal(("1", "2"), (Read("out/a/b"), Read("out/c")));
    }

    [Fact]
    public void Existing_files_are_left_alone_without_force()
    {
        Add("in/a", "new");
        Add("out/a", "old");

        Assert.Equal(["Skip existing file 'out/a'"], Render().Log);
        Assert.Equal("old", Read("out/a"));
    }

    [Fact]
    public void Force_overwrites_keeps_the_mode_of_the_target_and_leaves_other_files()
    {
        Add("in/a.jinja", "new");
        Add("out/a", "old", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Add("out/other", "other");

        Render(static o => o with { Force = true });

        Assert.Equal(("new", "other"), (Read("out/a"), Read("out/other")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Info("out/a").UnixFileMode);
    }

    [Fact]
    public void What_is_the_same_is_not_touched()
    {
        Add("in/a.jinja", "same");
        Add("out/a", "same");
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(At("out/a"), old);

        Render(static o => o with { Force = true });

        Assert.Equal(old, Info("out/a").LastWriteTimeUtc);
    }

    [Fact]
    public void Copies_take_mode_and_time_always_and_templates_on_demand()
    {
        var run = MemoryFile.DefaultMode | UnixFileMode.UserExecute;
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Add("in/s/t.jinja", "x", run);
        Add("in/s/c", "x", run);
        File.SetLastWriteTimeUtc(At("in/s/t.jinja"), old);
        File.SetLastWriteTimeUtc(At("in/s/c"), old);
        Directory.SetLastWriteTimeUtc(At("in/s"), old);

        Render();
        Assert.Equal((run, old), (Info("out/s/c").UnixFileMode, Info("out/s/c").LastWriteTimeUtc));
        Assert.False(Info("out/s/t").UnixFileMode.HasFlag(UnixFileMode.UserExecute));

        Render(static o => o with { Force = true, CopyMetadata = true });
        Assert.Equal((run, old), (Info("out/s/t").UnixFileMode, Info("out/s/t").LastWriteTimeUtc));
        Assert.Equal(old, Directory.GetLastWriteTimeUtc(At("out/s")));
    }

    [Fact]
    public void Folders_that_stay_empty_are_removed_unless_they_are_wanted()
    {
        Add("in/e/a.jinja", "");
        Directory.CreateDirectory(At("in/f/g"));
        Directory.CreateDirectory(At("out/e"));

        Assert.Contains("Remove empty dir 'out/e'", Render().Log);
        Assert.Equal([], Directory.GetFileSystemEntries(At("out")));

        Render(static o => o with { KeepEmpty = true });
        Assert.True(Directory.Exists(At("out/f/g")));
        Assert.Equal("", Read("out/e/a"));
    }

    [Fact]
    public void What_happens_to_folders_is_logged()
    {
        Add("in/new/a", "1");
        Add("in/old/a", "1");
        Directory.CreateDirectory(At("out/old"));

        Assert.Equal(["Create dir 'in/new' -> 'out/new'", "Skip existing dir 'out/old'"], Render().Log);
        Assert.Equal(
            ["Copy dir metadata 'in/old' -> 'out/old'", "Copy dir metadata 'in/new' -> 'out/new'"],
            Render(static o => o with { Force = true, CopyMetadata = true }).Log
        );
    }

    [Fact]
    public void Clean_deletes_the_output_first()
    {
        Add("in/a", "1");
        Add("out/other", "x");

        Assert.Equal(["Remove output 'out'"], Render(static o => o with { Clean = true }).Log);
        Assert.Equal(["a"], Directory.GetFileSystemEntries(At("out")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("./", ".")]
    [InlineData("in", "in")]
    [InlineData("../", ".")]
    public void Clean_never_deletes_what_the_rendering_reads(string output, string input)
    {
        Add("in/a", "1");

        var finding = Assert.Single(Render(o => o with { Clean = true, Output = output }).Diagnostics);

        Assert.Equal(
            $"error HO0412: clean would delete '{input}' together with the output folder '{output}'",
            finding.ToString()
        );
        Assert.Equal("1", Read("in/a"));
    }

    [Fact]
    public void A_single_file_is_written_to_the_output_itself()
    {
        Add("x.txt.jinja", "{{ 1 }}");

        Render(static o => o with { Inputs = ["x.txt.jinja"], Output = "deep/y.txt" });

        Assert.Equal("1", Read("deep/y.txt"));
    }

    [Fact]
    public void The_output_may_be_an_absolute_path()
    {
        Add("in/a", "1");

        Render(o => o with { Output = At("elsewhere/") });

        Assert.Equal("1", Read("elsewhere/a"));
    }

    [Fact]
    public void Standard_output_is_left_to_the_caller()
    {
        Add("x.jinja", "{{ 1 }}");

        Assert.Throws<InvalidOperationException>(() =>
            Render(static o => o with { Inputs = ["x.jinja"], Output = "/dev/stdout" })
        );
    }

    [Fact]
    public void A_tree_of_files_does_not_go_to_standard_output()
    {
        Add("in/a", "1");

        Assert.Equal(
            ["HO0444"],
            Render(static o => o with { Output = "/dev/stdout" }).Diagnostics.Select(static d => d.Code)
        );
    }

    [Fact]
    public void Links_are_written_through()
    {
        Add("in/a", "new");
        Add("real", "old");
        Directory.CreateDirectory(At("out"));
        File.CreateSymbolicLink(At("out/a"), "../real");

        Render(static o => o with { Force = true });

        Assert.Equal("new", Read("real"));
        Assert.NotNull(Info("out/a").LinkTarget);
    }

    [Fact]
    public void A_folder_in_the_way_is_found_before_anything_is_written()
    {
        Add("in/a", "1");
        Add("in/b", "2");
        Directory.CreateDirectory(At("out/a"));

        Assert.Equal(
            ["out/a: error HO0441: a folder stands where the file 'out/a' should be"],
            Shown(Render(static o => o with { Force = true }))
        );
        Assert.False(File.Exists(At("out/b")));
    }

    [Fact]
    public void A_file_in_the_way_is_found_before_anything_is_written()
    {
        Add("in/a/x", "1");
        Add("in/a/y", "1");
        Add("in/b", "2");
        Add("out/a", "a file");

        Assert.Equal(
            ["out/a: error HO0442: 'out/a' is not a folder, and files should be written below it"],
            Shown(Render(static o => o with { Force = true }))
        );
        Assert.False(File.Exists(At("out/b")));
    }

    [Fact]
    public void Links_out_of_the_working_folder_are_not_written_through()
    {
        var other = Directory.CreateTempSubdirectory("homeops-precious-").FullName;
        File.WriteAllText(Path.Join(other, "precious"), "old");
        Add("in/a", "new");
        Add("in/sub/b", "new");
        Add("in/z", "new");
        Directory.CreateDirectory(At("out"));
        File.CreateSymbolicLink(At("out/a"), Path.Join(other, "precious"));
        Directory.CreateSymbolicLink(At("out/sub"), other);

        Assert.Equal(
            [
                "out/a: error HO0440: 'out/a' is a link that leads nowhere or out of the working folder",
                "out/sub: error HO0440: 'out/sub' is a link that leads nowhere or out of the working folder",
            ],
            Shown(Render(static o => o with { Force = true }))
        );
        Assert.Equal("old", File.ReadAllText(Path.Join(other, "precious")));
        Assert.False(File.Exists(At("out/z")));
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public void An_output_folder_that_is_a_link_may_lead_anywhere()
    {
        var other = Directory.CreateTempSubdirectory("homeops-other-").FullName;
        Add("in/a", "new");
        Directory.CreateSymbolicLink(At("out"), other);

        Assert.Empty(Render().Diagnostics);
        Assert.Equal("new", File.ReadAllText(Path.Join(other, "a")));
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public void An_output_that_is_a_file_is_told_from_a_folder()
    {
        Add("in/a", "new");
        Add("out", "old");

        Assert.Equal(
            ["out: error HO0443: the output 'out' is a file, and the result is a folder"],
            Shown(Render(static o => o with { Force = true }))
        );
        Assert.Equal("old", Read("out"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_that_leads_nowhere_is_not_written_through(bool force)
    {
        Add("in/a", "new");
        Directory.CreateDirectory(At("out"));
        File.CreateSymbolicLink(At("out/a"), "../../homeops-nowhere/a");

        Assert.Equal(
            ["out/a: error HO0440: 'out/a' is a link that leads nowhere or out of the working folder"],
            Shown(Render(o => o with { Force = force }))
        );
    }

    [Fact]
    public void A_name_that_the_file_system_does_not_take_is_reported()
    {
        var name = new string('o', 256);
        Add("in/a", "new");

        Assert.Equal(
            [$"{name}: error HO0413: '{name}' cannot be written: the name is too long"],
            Shown(Render(o => o with { Output = name }))
        );
    }

    [Fact]
    public void The_longest_name_of_a_file_is_written()
    {
        var name = new string('n', 255);
        Add("in/" + name, "new");

        Assert.Empty(Render().Diagnostics);
        Assert.Equal("new", Read("out/" + name));
    }

    [Fact]
    public void Remains_of_a_killed_run_go_away()
    {
        Add("in/sub/a", "1");
        Add("out/sub/.a.homeops-tmp-x1y2", "hal");
        Add("out/sub/.other.homeops-tmp-x1y2", "of another program");

        Assert.Empty(Render().Diagnostics);
        Assert.Equal(
            [".other.homeops-tmp-x1y2", "a"],
            Directory.GetFiles(At("out/sub")).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Shown(WriteReport report) =>
        report.Diagnostics.Select(static d => $"{d.Location?.Path}: error {d.Code}: {d.Message}");

    [Fact]
    public void Commands_run_until_one_fails()
    {
        var ran = new List<string>();

        var finding = ProjectHooks.Run(
            ["one", "two", "three"],
            command =>
            {
                ran.Add(command);
                return command == "two" ? 3 : 0;
            }
        );

        Assert.Equal(["one", "two"], ran);
        Assert.Equal("error HO0414: the command 'two' ended with exit code 3", finding?.ToString());
        Assert.Null(ProjectHooks.Run(["one"], static _ => 0));
    }

    private string At(string path) => Path.Join(folder, path);

    private FileInfo Info(string path) => new(At(path));

    private string Read(string path) => File.ReadAllText(At(path));

    private void Add(string path, string text, UnixFileMode mode = MemoryFile.DefaultMode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        if (!OperatingSystem.IsWindows())
        {
            using var stream = new FileStream(
                At(path),
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = mode,
                }
            );
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
    }

    private WriteReport Render(Func<MakejinjaOptions, MakejinjaOptions>? change = null)
    {
        var options = new MakejinjaOptions { Inputs = ["in"], Output = "out" };
        options = change?.Invoke(options) ?? options;
        var tree = MakejinjaProject.Render(
            options,
            new DiskTree(folder),
            new Dictionary<string, string>(),
            MakejinjaPlugin.None
        );
        Assert.Empty(tree.Diagnostics);
        return new RenderedTreeWriter(options, folder).Write(tree);
    }
}
