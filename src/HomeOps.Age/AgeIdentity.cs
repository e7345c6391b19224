namespace HomeOps.Age;

/// <summary>A private key that opens files. Disposing it overwrites the key in memory.</summary>
public abstract class AgeIdentity : IDisposable
{
    private protected AgeIdentity() { }

    /// <summary>The recipient whose files this identity opens; null if there is none to show.</summary>
    public abstract AgeRecipient? Recipient { get; }

    /// <summary>Reads one line of an identity file: <c>AGE-SECRET-KEY-1…</c> or <c>AGE-SECRET-KEY-PQ-1…</c>.</summary>
    /// <param name="line">Without blanks around it, as age wants it.</param>
    /// <exception cref="AgeException">It is neither (<see cref="AgeFailure.BadIdentity"/>).</exception>
    public static AgeIdentity Parse(string line) => IdentityText.Parse(line);

    /// <summary>
    /// SECRET. The line of an identity file that <see cref="Parse"/> reads, for writing a file with mode 0600. Null when the identity has
    /// no such line.
    /// </summary>
    public abstract string? ToSecretLine();

    /// <summary>Never the secret: the recipient, or what kind of identity it is.</summary>
    public sealed override string ToString() => $"identity of {Recipient?.ToString() ?? "a passphrase"}";

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Overwrites the key.</summary>
    protected virtual void Dispose(bool disposing)
    {
        IsDisposed = true;
        Clear();
    }

    /// <summary>Finds the file key.</summary>
    /// <param name="stanzas">All of a header.</param>
    /// <returns>16 bytes for the caller to clear, or null when no stanza is for this identity.</returns>
    /// <exception cref="AgeException">A stanza for this kind of identity breaks the format.</exception>
    internal byte[]? Unwrap(IReadOnlyList<Stanza> stanzas)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        foreach (var stanza in stanzas)
        {
            if (Unwrap(stanza) is { } fileKey)
            {
                return fileKey;
            }
        }

        return null;
    }

    /// <summary>Whether the key is gone.</summary>
    private protected bool IsDisposed { get; private set; }

    /// <summary>Overwrites the key.</summary>
    private protected abstract void Clear();

    /// <summary>The file key, or null when the stanza is not for this identity.</summary>
    private protected abstract byte[]? Unwrap(Stanza stanza);
}
