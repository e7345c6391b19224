namespace HomeOps.Age;

/// <summary>
/// An SSH private key behind a passphrase. Its public half is readable, so nobody is asked before a file turns up that is for this key.
/// </summary>
/// <param name="recipient">The public half.</param>
/// <param name="unlock">Asks for the passphrase and reads the key.</param>
internal sealed class SshProtectedIdentity(SshRecipient recipient, Func<SshIdentity> unlock) : SshIdentity
{
    private readonly Lock gate = new();
    private SshIdentity? unlocked;

    public override AgeRecipient Recipient => recipient;

    private protected override void Clear() => unlocked?.Dispose();

    private protected override byte[]? Unwrap(Stanza stanza) =>
        recipient.IsNamedBy(stanza) ? Unlocked().Unwrap([stanza]) : null;

    // Asked for once, whichever thread needs it first.
    private SshIdentity Unlocked()
    {
        lock (gate)
        {
            return unlocked ??= unlock();
        }
    }
}
