namespace HomeOps.Sops.Tests.Updating;

public sealed class CommentSelectorTests : IDisposable
{
    private readonly Household home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public void A_comment_chooses_what_stands_below_it()
    {
        const string plain = "a: 1\n# secret\nb: 2\nc:\n  # secret\n  # more\n  d: x\n  e: z\n# secret\nf:\n  g: 1\n";
        var rule = home.Rule with { Selector = new SopsSelector(SelectorKind.EncryptedCommentRegex, "secret") };

        var encrypted = home.Encrypt(plain, rule);

        var lines = encrypted.Split('\n');
        Assert.Equal("a: 1", lines[0]);
        Assert.Equal("# secret", lines[1]);
        Assert.StartsWith("b: ENC[", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("  #ENC[", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("  d: ENC[", lines[6], StringComparison.Ordinal);
        Assert.Equal("  e: z", lines[7]);
        Assert.StartsWith("  g: ENC[", lines[10], StringComparison.Ordinal);
        Assert.Equal(plain, home.Decrypt(encrypted));
        Assert.Same(encrypted, home.Update(encrypted, plain, rule).Text);
    }

    [Fact]
    public void A_comment_that_was_never_encrypted_stays_as_it_is()
    {
        var encrypted = "# by hand\n" + home.Encrypt("a: 1\n");

        Assert.Equal("# by hand\na: 1\n", home.Decrypt(encrypted));
    }
}
