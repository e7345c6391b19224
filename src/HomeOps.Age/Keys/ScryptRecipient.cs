using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Everybody who knows a passphrase.</summary>
internal sealed class ScryptRecipient(byte[] passphrase, int workFactor) : AgeRecipient
{
    public override string ToString() => "a passphrase";

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey, RandomFill random)
    {
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
