namespace HomeOps.Files.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("homeops-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Without_a_commit_the_target_stays_and_nothing_is_left_over()
    {
        var path = Path.Join(folder, "f");
        File.WriteAllText(path, "old");

        using (var file = new OutputFile(path, MemoryFile.PrivateMode))
        {
            file.Content.Write("new"u8);
        }

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_new_file_gets_the_mode_and_an_existing_one_keeps_its_own()
    {
        var made = Path.Join(folder, "made");
        OutputFile.Write(made, "x"u8, MemoryFile.PrivateMode);
        Assert.Equal(MemoryFile.PrivateMode, File.GetUnixFileMode(made));

        File.SetUnixFileMode(made, MemoryFile.DefaultMode);
        OutputFile.Write(made, "y"u8, MemoryFile.PrivateMode);
        Assert.Equal(MemoryFile.DefaultMode, File.GetUnixFileMode(made));
        Assert.Equal("y", File.ReadAllText(made));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_replaced()
    {
        var target = Path.Join(folder, "target");
        File.WriteAllText(target, "old");
        var link = Path.Join(folder, "link");
        File.CreateSymbolicLink(link, "target");

        OutputFile.Write(link, "new"u8, MemoryFile.DefaultMode);

        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal("target", new FileInfo(link).LinkTarget);
    }
}
