namespace HomeOps.Text.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData("Could not find file '/A/b'.", "could not find file '/A/b'")]
    [InlineData("already in order", "already in order")]
    [InlineData("TOML is broken.", "TOML is broken")]
    [InlineData("I", "I")]
    [InlineData("", "")]
    public void A_librarys_sentence_gets_the_form_of_a_finding(string message, string expected) =>
        Assert.Equal(expected, Wording.OfLibrary(message));
}
