using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>A post-quantum identity, <c>AGE-SECRET-KEY-PQ-1…</c>.</summary>
internal sealed class HybridIdentity(byte[] seed) : AgeIdentity
{
    public const string Prefix = "AGE-SECRET-KEY-PQ-";

    private HybridRecipient? recipient;

    // Made on demand: opening a file does not need it, and it takes longer than the rest.
    public override AgeRecipient Recipient
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed && recipient is null, this);
            return recipient ??= new HybridRecipient(XWing.PublicKey(seed));
        }
    }

    public override string ToSecretLine()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return Bech32.Encode(Prefix, seed).ToUpperInvariant();
    }

    private protected override void Clear() => CryptographicOperations.ZeroMemory(seed);

    private protected override byte[]? Unwrap(Stanza stanza)
    {
        if (!stanza.Is(HybridRecipient.StanzaType))
        {
            return null;
        }

        var encapsulation = FileKey.SingleArgument(stanza, XWing.EncapsulationSize);
        Span<byte> shared = stackalloc byte[XWing.SecretSize];
        Span<byte> wrapKey = stackalloc byte[Hpke.KeySize];
        Span<byte> nonce = stackalloc byte[Hpke.NonceSize];
        try
        {
            if (!XWing.TryDecapsulate(seed, encapsulation, shared))
            {
                throw AgeDiagnostics.DamagedHeader(
                    "the share of an mlkem768x25519 recipient is one of the weak points"
                );
            }

            Hpke.Schedule(shared, HybridRecipient.Label, wrapKey, nonce);
            return FileKey.Unwrap(stanza.Body, wrapKey, nonce);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }
}
