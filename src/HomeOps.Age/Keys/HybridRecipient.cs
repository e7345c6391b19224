using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>A post-quantum recipient, <c>age1pq1…</c> (age spec, section "mlkem768x25519 recipient stanza").</summary>
internal sealed class HybridRecipient(byte[] key) : AgeRecipient
{
    public const string Prefix = "age1pq";
    public const string StanzaType = "mlkem768x25519";

    public static ReadOnlySpan<byte> Label => "age-encryption.org/mlkem768x25519"u8;

    public override bool IsPostQuantum => true;

    public override string ToString() => Bech32.Encode(Prefix, key);

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey, RandomFill random)
    {
        Span<byte> shared = stackalloc byte[XWing.SecretSize];
        Span<byte> wrapKey = stackalloc byte[Hpke.KeySize];
        Span<byte> nonce = stackalloc byte[Hpke.NonceSize];
        try
        {
            var encapsulation =
                XWing.Encapsulate(key, random, shared) ?? throw AgeDiagnostics.WeakRecipient(ToString());
            Hpke.Schedule(shared, Label, wrapKey, nonce);
            return new Stanza(StanzaType, [StrictBase64.Encode(encapsulation)], FileKey.Wrap(fileKey, wrapKey, nonce));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }
}
