namespace HomeOps.Sops.Tests.Selecting;

public sealed class SopsSelectorTests
{
    [Theory]
    [InlineData(SelectorKind.None, "", "a", true)]
    [InlineData(SelectorKind.UnencryptedSuffix, "_plain", "a/b_plain/c", false)]
    [InlineData(SelectorKind.UnencryptedSuffix, "_plain", "a/plain", true)]
    [InlineData(SelectorKind.EncryptedSuffix, "_secret", "a_secret/b", true)]
    [InlineData(SelectorKind.EncryptedSuffix, "_secret", "a/b", false)]
    [InlineData(SelectorKind.EncryptedRegex, "^(data|stringData)$", "stringData/x", true)]
    [InlineData(SelectorKind.EncryptedRegex, "^(data|stringData)$", "metadata/name", false)]
    [InlineData(SelectorKind.UnencryptedRegex, "^public", "a/public_key", false)]
    [InlineData(SelectorKind.UnencryptedRegex, "^public", "a/my_public_key", true)]
    public void A_key_anywhere_on_the_way_decides(SelectorKind kind, string pattern, string path, bool encrypted) =>
        Assert.Equal(encrypted, new SopsSelector(kind, pattern).Encrypts(path.Split('/'), [], isComment: false));

    [Fact]
    public void A_comment_above_a_value_or_its_parent_decides_but_not_about_itself()
    {
        var selector = new SopsSelector(SelectorKind.EncryptedCommentRegex, "sops:secret");

        Assert.True(
            selector.Encrypts(
                ["a"],
                [
                    [" sops:secret"],
                ],
                isComment: false
            )
        );
        Assert.True(
            selector.Encrypts(
                ["a", "b"],
                [
                    [" sops:secret"],
                    [],
                ],
                isComment: false
            )
        );
        Assert.False(
            selector.Encrypts(
                [],
                [
                    [" sops:secret"],
                ],
                isComment: true
            )
        );
        Assert.True(
            selector.Encrypts(
                [],
                [
                    [" sops:secret", " more"],
                ],
                isComment: true
            )
        );
        Assert.False(
            new SopsSelector(SelectorKind.UnencryptedCommentRegex, "plain").Encrypts(
                ["a"],
                [
                    [" plain"],
                ],
                isComment: false
            )
        );
    }

    [Fact]
    public void Selectors_are_equal_by_kind_and_pattern_even_after_use()
    {
        var used = new SopsSelector(SelectorKind.EncryptedRegex, "^(a|b)$");
        Assert.True(used.Encrypts(["a"], [], isComment: false));

        Assert.Equal(new SopsSelector(SelectorKind.EncryptedRegex, "^(a|b)$"), used);
        Assert.NotEqual(SopsSelector.Default, used);
    }
}
