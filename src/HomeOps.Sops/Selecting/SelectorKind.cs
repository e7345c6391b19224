namespace HomeOps.Sops;

/// <summary>The ways to say which values are encrypted; a file uses one.</summary>
public enum SelectorKind
{
    /// <summary>Everything is encrypted.</summary>
    None,

    /// <summary>Everything but values below a key with this ending.</summary>
    UnencryptedSuffix,

    /// <summary>Only values below a key with this ending.</summary>
    EncryptedSuffix,

    /// <summary>Everything but values below a key this expression finds something in.</summary>
    UnencryptedRegex,

    /// <summary>Only values below a key this expression finds something in.</summary>
    EncryptedRegex,

    /// <summary>Everything but values below a comment this expression finds something in.</summary>
    UnencryptedCommentRegex,

    /// <summary>Only values below a comment this expression finds something in.</summary>
    EncryptedCommentRegex,
}
