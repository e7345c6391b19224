namespace HomeOps.Sops;

/// <summary>One line of comment, without its <c>#</c> but with the blank behind it.</summary>
public sealed class SopsComment(string text, bool inline = false) : SopsNode
{
    /// <summary>The text behind the <c>#</c>, or the encrypted form of it.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stands behind the entry it precedes in the tree, on the same line.</summary>
    public bool Inline { get; } = inline;

    /// <summary>The encrypted form it was decrypted from.</summary>
    internal string? Cipher { get; init; }

    /// <inheritdoc />
    public override string ToString() => "comment";
}
