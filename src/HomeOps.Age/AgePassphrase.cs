namespace HomeOps.Age;

/// <summary>Files protected by a passphrase instead of keys. A passphrase is the only recipient of its file.</summary>
public static class AgePassphrase
{
    /// <summary>What age uses; each step more doubles time and memory (18: one to two seconds and 256 MiB).</summary>
    public const int DefaultWorkFactor = 18;

    /// <summary>Encrypts to a passphrase.</summary>
    /// <param name="passphrase">Copied; not empty.</param>
    /// <param name="workFactor">Binary logarithm of scrypt's N, 1 to 22.</param>
    /// <exception cref="AgeException">The passphrase is empty (<see cref="AgeFailure.PassphraseNeeded"/>).</exception>
    public static AgePassphraseRecipient Recipient(ReadOnlySpan<char> passphrase, int workFactor = DefaultWorkFactor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workFactor, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workFactor, ScryptKey.MaxWorkFactor);
        return new AgePassphraseRecipient(ScryptKey.Bytes(passphrase), workFactor);
    }

    /// <summary>Decrypts with a passphrase.</summary>
    /// <param name="passphrase">Copied; not empty.</param>
    /// <exception cref="AgeException">The passphrase is empty (<see cref="AgeFailure.PassphraseNeeded"/>).</exception>
    public static AgeIdentity Identity(ReadOnlySpan<char> passphrase) =>
        new ScryptIdentity(ScryptKey.Bytes(passphrase));
}
