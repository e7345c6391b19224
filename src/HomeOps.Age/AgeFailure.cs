namespace HomeOps.Age;

/// <summary>What kind of thing went wrong, for callers that react to it. The sentence for people is in the diagnostic.</summary>
public enum AgeFailure
{
    /// <summary>The file is not an age file, or its header breaks the format.</summary>
    HeaderFailure,

    /// <summary>The ASCII armor around the file is damaged.</summary>
    ArmorFailure,

    /// <summary>The file is well formed, but none of the identities opens it.</summary>
    NoMatch,

    /// <summary>An identity opened the file, but the header was changed after it was written.</summary>
    HmacFailure,

    /// <summary>The header is in order, the encrypted content is not: changed, cut short or followed by something.</summary>
    PayloadFailure,

    /// <summary>A recipient cannot be used.</summary>
    BadRecipient,

    /// <summary>An identity, or a line of an identity file, cannot be used.</summary>
    BadIdentity,

    /// <summary>Recipients that age does not let into one file together.</summary>
    MixedRecipients,

    /// <summary>There is nobody to encrypt to.</summary>
    NoRecipients,

    /// <summary>An identity file without a single identity.</summary>
    EmptyIdentityFile,

    /// <summary>A passphrase is needed and none was given.</summary>
    PassphraseNeeded,

    /// <summary>The passphrase is not the one the file or the key was protected with.</summary>
    WrongPassphrase,
}
