namespace HomeOps.Sops.Metadata;

/// <summary>The <c>sops</c> block of a file, understood, and as it stands so that nothing unknown is lost.</summary>
/// <param name="Groups">One group of keys, or several whose parts make up the data key.</param>
/// <param name="Threshold">How many groups are needed; 0 when the file does not say.</param>
/// <param name="LastModified">RFC 3339 in seconds; the MAC is bound to this text.</param>
/// <param name="Mac">The encrypted MAC; empty when there is none.</param>
/// <param name="Selector">Which values are encrypted.</param>
/// <param name="MacOnlyEncrypted">Whether the MAC covers encrypted values only.</param>
/// <param name="Version">The SOPS version that wrote the file.</param>
/// <param name="Block">The block as it stands in the file.</param>
internal sealed record SopsMetadata(
    IReadOnlyList<KeyGroup> Groups,
    int Threshold,
    string LastModified,
    string Mac,
    SopsSelector Selector,
    bool MacOnlyEncrypted,
    string Version,
    SopsMap Block
)
{
    /// <summary>The key the block stands under.</summary>
    public const string Key = "sops";

    /// <summary>All age recipients in file order.</summary>
    public IReadOnlyList<string> Recipients =>
        [.. Groups.SelectMany(static g => g.Age).Select(static k => k.Recipient)];
}
