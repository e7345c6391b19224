namespace HomeOps.Files.Tests;

public sealed class FileFailureTests
{
    [Fact]
    public void A_file_that_somebody_holds_is_named_as_such()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a", "1");
        using var held = new FileStream(folder.At("a"), FileMode.Open, FileAccess.Read, FileShare.None);

        var failure = Assert.ThrowsAny<IOException>(() => File.ReadAllBytes(folder.At("a")));

        Assert.Equal("another process has it open", FileFailure.Reason(failure));
    }

    [Fact]
    public void Permission_is_named_once_however_deep_it_is()
    {
        var denied = new UnauthorizedAccessException("Access to the path '/a' is denied.");

        Assert.Equal("permission denied", FileFailure.Reason(denied));
        Assert.Equal("permission denied", FileFailure.Reason(new IOException("'a' cannot be read", denied)));
    }

    [Fact]
    public void Other_reasons_are_told_in_the_form_of_findings() =>
        Assert.Equal("something else", FileFailure.Reason(new IOException("Something else.")));
}
