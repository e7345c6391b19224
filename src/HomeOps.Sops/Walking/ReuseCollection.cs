namespace HomeOps.Sops.Walking;

/// <summary>Gathers the encrypted values of a decrypted tree.</summary>
internal sealed class ReuseCollection : TreeWalk
{
    private readonly ReusableValues values = new();

    private ReuseCollection()
        : base(SopsSelector.Everything) { }

    public static ReusableValues Of(params ReadOnlySpan<SopsTree> plains)
    {
        var walk = new ReuseCollection();
        foreach (var plain in plains)
        {
            walk.Walk(plain.Documents);
        }

        return walk.values;
    }

    protected override SopsNode OnScalar(SopsScalar scalar, bool encrypted)
    {
        if (scalar.Cipher is { } cipher)
        {
            values.Add(Path.Binding, scalar.TypeName, scalar.Text, cipher);
        }

        return scalar;
    }

    protected override SopsComment OnComment(SopsComment comment, bool encrypted)
    {
        if (comment.Cipher is { } cipher)
        {
            values.Add(Path.Binding, TreeEncryption.CommentType, comment.Text, cipher);
        }

        return comment;
    }

    protected override SopsNode OnListComment(SopsComment comment, bool encrypted) => OnComment(comment, encrypted);
}
