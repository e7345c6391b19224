using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>A classic recipient, <c>age1…</c> (age spec, section "X25519 recipient stanza").</summary>
internal sealed class X25519Recipient(byte[] key) : AgeRecipient
{
    public const string Prefix = "age";
    public const int TextLength = 62;
    public const string StanzaType = "X25519";

    public static ReadOnlySpan<byte> Label => "age-encryption.org/v1/X25519"u8;

    public ReadOnlySpan<byte> Key => key;

    public override string ToString() => Bech32.Encode(Prefix, key);

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        Span<byte> secret = stackalloc byte[X25519.KeySize];
        Span<byte> shared = stackalloc byte[X25519.KeySize];
        Span<byte> wrapKey = stackalloc byte[32];
        try
        {
            random(secret);
            var share = X25519.PublicKey(secret);
            if (!X25519.TryAgree(secret, key, shared))
            {
                throw AgeDiagnostics.WeakRecipient(ToString());
            }

            X25519.WrapKey(shared, share, key, Label, wrapKey);
            return new Stanza(
                StanzaType,
                [StrictBase64.Encode(share)],
                FileKey.Wrap(fileKey, wrapKey, stackalloc byte[12])
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }
}
