using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Everybody who knows a passphrase (<see cref="AgePassphrase.Recipient"/>). Disposing it overwrites the passphrase in memory.</summary>
public sealed class AgePassphraseRecipient : AgeRecipient, IDisposable
{
    private readonly byte[] passphrase;
    private readonly int workFactor;
    private bool isDisposed;

    // Takes the passphrase over.
    internal AgePassphraseRecipient(byte[] passphrase, int workFactor)
    {
        this.passphrase = passphrase;
        this.workFactor = workFactor;
    }

    /// <summary>Never the passphrase.</summary>
    public override string ToString() => "a passphrase";

    /// <inheritdoc />
    public void Dispose()
    {
        isDisposed = true;
        CryptographicOperations.ZeroMemory(passphrase);
    }

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Span<byte> salt = stackalloc byte[ScryptKey.SaltSize];
        random(salt);
        var wrapKey = ScryptKey.Derive(passphrase, salt, workFactor);
        try
        {
            return new Stanza(
                ScryptKey.StanzaType,
                [StrictBase64.Encode(salt), $"{workFactor}"],
                FileKey.Wrap(fileKey, wrapKey, stackalloc byte[12])
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }
}
