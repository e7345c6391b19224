using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>An Ed25519 SSH private key.</summary>
internal sealed class SshEd25519Identity : SshIdentity
{
    private readonly byte[] secret;
    private readonly SshEd25519Recipient recipient;

    /// <param name="seed">The 32 bytes the key was made from.</param>
    public SshEd25519Identity(ReadOnlySpan<byte> seed)
    {
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        SHA512.HashData(seed, hash);
        secret = KeyMemory.New(X25519.KeySize);
        hash[..X25519.KeySize].CopyTo(secret);
        CryptographicOperations.ZeroMemory(hash);
        recipient = new SshEd25519Recipient(Ed25519.PublicKey(seed));
    }

    public override AgeRecipient Recipient => recipient;

    private protected override void Clear() => CryptographicOperations.ZeroMemory(secret);

    private protected override byte[]? Unwrap(Stanza stanza)
    {
        if (!recipient.IsNamedBy(stanza))
        {
            return null;
        }

        return stanza.Arguments is [_, var share]
            ? Open(stanza.Body, FileKey.SingleArgument(stanza with { Arguments = [share] }, X25519.KeySize))
            : throw AgeDiagnostics.DamagedHeader("an ssh-ed25519 recipient has not two arguments");
    }

    private byte[] Open(byte[] body, byte[] share)
    {
        Span<byte> wrapKey = stackalloc byte[32];
        try
        {
            return
                recipient.TryWrapKey(secret, share, share, wrapKey)
                && FileKey.Unwrap(body, wrapKey, stackalloc byte[12]) is { } fileKey
                ? fileKey
                : throw AgeDiagnostics.DamagedHeader(
                    "its ssh-ed25519 recipient is this key, but the key does not open it"
                );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }
}
