namespace HomeOps.Sops;

/// <summary>Why an operation on a SOPS file failed.</summary>
public enum SopsFailure
{
    /// <summary>The input cannot be read as its format says.</summary>
    BadInput,

    /// <summary>The input has no content.</summary>
    EmptyFile,

    /// <summary>There is no SOPS metadata.</summary>
    NotEncrypted,

    /// <summary>There is SOPS metadata already, where plaintext was expected.</summary>
    AlreadyEncrypted,

    /// <summary>The metadata lack something or contradict themselves.</summary>
    BadMetadata,

    /// <summary>None of the keys at hand opens the file.</summary>
    NoKey,

    /// <summary>A value was changed, moved or renamed since it was encrypted, or is not encrypted though it should be.</summary>
    BadValue,

    /// <summary>A value that should be an encrypted string is a number, truth value or time.</summary>
    WrongKind,

    /// <summary>Values were added, removed, reordered or changed since the file was written.</summary>
    MacMismatch,

    /// <summary>No creation rule covers the file.</summary>
    NoMatchingRule,

    /// <summary>The configuration file cannot be used.</summary>
    BadConfig,

    /// <summary>The plaintext cannot be encrypted.</summary>
    NotEncryptable,

    /// <summary>The content does not fit the format it should be written in.</summary>
    NotWritable,

    /// <summary>The content has nested values, which environment variables cannot hold.</summary>
    NotForEnvironment,

    /// <summary>A path to a value is not written as one.</summary>
    BadPath,

    /// <summary>There is no value at the path that was asked for.</summary>
    PathNotFound,
}
