namespace HomeOps.Files.Tests;

public sealed class PrivateFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Only_the_owner_can_read_it()
    {
        Assert.Null(PrivateFile.Create(folder.At("age.key"), "secret"u8));

        Assert.Equal("secret", folder.Read("age.key"));
        Assert.Equal(MemoryFile.PrivateMode, new FileInfo(folder.At("age.key")).UnixFileMode);
    }

    [Fact]
    public void A_file_that_is_there_is_left_alone()
    {
        folder.Write("age.key", "old");

        var finding = PrivateFile.Create(folder.At("age.key"), "new"u8);

        Assert.Equal(
            $"{folder.At("age.key")}:1:1: error HO0114: '{folder.At("age.key")}' exists and is not overwritten",
            finding?.ToString()
        );
        Assert.Equal("old", folder.Read("age.key"));
    }

    [Fact]
    public void What_a_killed_run_left_beside_it_is_removed_and_nothing_else()
    {
        folder.Write(".age.key.homeops-tmp-0000", "secret");
        folder.Write(".other.homeops-tmp-0000", "of another run");

        PrivateFile.RemoveRemains(folder.Path, ["age.key"]);

        Assert.False(File.Exists(folder.At(".age.key.homeops-tmp-0000")));
        Assert.True(File.Exists(folder.At(".other.homeops-tmp-0000")));
    }

    [Fact]
    public void Nothing_is_written_through_a_link()
    {
        folder.Link("age.key", "elsewhere");

        Assert.Equal("HO0114", PrivateFile.Create(folder.At("age.key"), "new"u8)?.Code);
        Assert.False(File.Exists(folder.At("elsewhere")));
    }

    [Fact]
    public void A_folder_that_is_missing_is_a_finding()
    {
        var finding = PrivateFile.Create(folder.At("no/age.key"), "new"u8);

        Assert.Equal("HO0107", finding?.Code);
        Assert.DoesNotContain("new", finding?.Message);
    }
}
