using HomeOps.Age;

namespace HomeOps.Sops;

/// <summary>How a new file is encrypted: one entry of <c>creation_rules</c> in .sops.yaml.</summary>
/// <param name="Recipients">Who can open it, in the order of the rule.</param>
/// <param name="Selector">Which values are encrypted.</param>
/// <param name="MacOnlyEncrypted">Whether the MAC leaves plain values out, so that they can be edited without SOPS.</param>
/// <param name="Indents">How far the file is indented.</param>
public sealed record CreationRule(
    IReadOnlyList<AgeRecipient> Recipients,
    SopsSelector Selector,
    bool MacOnlyEncrypted,
    StoreIndents Indents
)
{
    /// <summary>The place of the rule among the others, from 1; 0 for one that is in no file.</summary>
    public int Number { get; init; }

    /// <summary>The expression that is searched in a file's path; null when the rule covers every file.</summary>
    public string? PathRegex { get; init; }

    /// <summary>A rule without a file: everything is encrypted but what ends in <c>_unencrypted</c>, as SOPS does by itself.</summary>
    public static CreationRule For(params IReadOnlyList<AgeRecipient> recipients) =>
        new(recipients, SopsSelector.Default, false, StoreIndents.Default);
}
