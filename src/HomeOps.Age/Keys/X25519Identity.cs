using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>A classic identity, <c>AGE-SECRET-KEY-1…</c>.</summary>
internal sealed class X25519Identity(byte[] secret) : AgeIdentity
{
    public const string Prefix = "AGE-SECRET-KEY-";

    private readonly X25519Recipient recipient = new(X25519.PublicKey(secret));

    public override AgeRecipient Recipient => recipient;

    public override string ToSecretLine()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return Bech32.Encode(Prefix, secret).ToUpperInvariant();
    }

    private protected override void Clear() => CryptographicOperations.ZeroMemory(secret);

    private protected override byte[]? Unwrap(Stanza stanza)
    {
        if (!stanza.Is(X25519Recipient.StanzaType))
        {
            return null;
        }

        var share = FileKey.SingleArgument(stanza, X25519.KeySize);
        Span<byte> shared = stackalloc byte[X25519.KeySize];
        Span<byte> wrapKey = stackalloc byte[32];
        try
        {
            if (!X25519.TryAgree(secret, share, shared))
            {
                throw AgeDiagnostics.DamagedHeader("the share of an X25519 recipient is one of the weak points");
            }

            X25519.WrapKey(shared, share, recipient.Key, X25519Recipient.Label, wrapKey);
            return FileKey.Unwrap(stanza.Body, wrapKey, stackalloc byte[12]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }
}
