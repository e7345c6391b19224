namespace HomeOps.Sops.Formats;

/// <summary>A file as read: its tree, and the SOPS block if it has one.</summary>
/// <param name="Tree">Everything but the block.</param>
/// <param name="Block">The block of the first document.</param>
internal sealed record FileContent(SopsTree Tree, SopsNode? Block)
{
    /// <summary>The block of every document that has one, where a file can have several.</summary>
    public IReadOnlyList<SopsMap> Blocks { get; init; } = [];

    /// <summary>The indentation the file was written with; null when it does not show.</summary>
    public int? Indent { get; init; }
}
