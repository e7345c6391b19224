namespace HomeOps.Sops;

/// <summary>How much of a file an update changed.</summary>
public enum SopsUpdateKind
{
    /// <summary>Nothing: the text is the very same, and the file need not be written.</summary>
    Unchanged,

    /// <summary>Only who can open it.</summary>
    RecipientsOnly,

    /// <summary>Only what is not encrypted and not covered by the MAC.</summary>
    PlainPartOnly,

    /// <summary>Values: each changed one is encrypted anew, all others keep their ciphertext.</summary>
    Values,

    /// <summary>Which values are encrypted, or what the MAC covers.</summary>
    Reencrypted,
}

/// <summary>The outcome of an update.</summary>
/// <param name="Kind">How much changed.</param>
/// <param name="Text">The text of the encrypted file.</param>
/// <param name="AddedRecipients">Who can open it now and could not before.</param>
/// <param name="RemovedRecipients">Who could open it before. They still can open what is in the Git history: rotate the secrets themselves.</param>
public sealed record SopsUpdate(
    SopsUpdateKind Kind,
    string Text,
    IReadOnlyList<string> AddedRecipients,
    IReadOnlyList<string> RemovedRecipients
);
