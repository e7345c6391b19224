namespace HomeOps.Sops;

/// <summary>A key and its value, or a comment between entries (which has no key).</summary>
public sealed record SopsEntry(string? Key, SopsNode Value)
{
    /// <summary>Where the key stands; empty when there is none.</summary>
    public Text.TextSpan KeySpan { get; init; }

    /// <summary>A comment between entries.</summary>
    public static SopsEntry OfComment(SopsComment comment) => new(null, comment);

    /// <summary>The key only.</summary>
    public override string ToString() => Key ?? "#";
}
