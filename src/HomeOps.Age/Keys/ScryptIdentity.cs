using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>A passphrase that opens files.</summary>
internal sealed class ScryptIdentity(byte[] passphrase) : AgeIdentity
{
    public override AgeRecipient? Recipient => null;

    public override string? ToSecretLine() => null;

    private protected override void Clear() => CryptographicOperations.ZeroMemory(passphrase);

    private protected override byte[]? Unwrap(Stanza stanza)
    {
        if (!stanza.Is(ScryptKey.StanzaType))
        {
            return null;
        }

        if (stanza.Arguments is not [var saltText, var workFactorText])
        {
            throw AgeDiagnostics.DamagedHeader("the scrypt recipient has not two arguments");
        }

        var salt = FileKey.SingleArgument(stanza with { Arguments = [saltText] }, ScryptKey.SaltSize);
        var wrapKey = ScryptKey.Derive(passphrase, salt, ScryptKey.ParseWorkFactor(workFactorText));
        try
        {
            return FileKey.Unwrap(stanza.Body, wrapKey, stackalloc byte[12]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrapKey);
        }
    }
}
