namespace HomeOps.Yaml;

/// <summary>
/// A comment between scanning and attachment, after go-yaml v3's scanner: it belongs to the first token that begins at or
/// behind <see cref="Token"/>, as its head, or to what was read before that token, as its line or foot.
/// </summary>
internal sealed class PendingComment
{
    /// <summary>Where the blanks and comments around it began.</summary>
    public required Mark Scan { get; init; }

    /// <summary>The token position it waits for.</summary>
    public required Mark Token { get; set; }

    /// <summary>Its own first character.</summary>
    public required Mark Start { get; init; }

    /// <summary>Offset where the search behind it stopped.</summary>
    public int End { get; init; }

    /// <summary>Text as head comment.</summary>
    public string Head { get; set; } = "";

    /// <summary>Text as line comment.</summary>
    public string Line { get; set; } = "";

    /// <summary>Text as foot comment.</summary>
    public string Foot { get; init; } = "";
}
