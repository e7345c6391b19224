namespace HomeOps.Sops;

/// <summary>What a file says about its own encryption.</summary>
/// <param name="IsEncrypted">Whether it has complete metadata with a MAC and a version.</param>
/// <param name="Recipients">Who can open it, in file order.</param>
/// <param name="Selector">Which values are encrypted; null for a plain file.</param>
/// <param name="MacOnlyEncrypted">Whether the MAC leaves plain values out.</param>
/// <param name="Version">The SOPS version that wrote it; empty for a plain file.</param>
public sealed record SopsStatus(
    bool IsEncrypted,
    IReadOnlyList<string> Recipients,
    SopsSelector? Selector,
    bool MacOnlyEncrypted,
    string Version
)
{
    internal static SopsStatus Plain { get; } = new(false, [], null, false, "");
}
