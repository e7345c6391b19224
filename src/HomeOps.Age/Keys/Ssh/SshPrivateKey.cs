using System.Formats.Asn1;
using System.Security.Cryptography;

namespace HomeOps.Age;

/// <summary>Reads private keys as ssh-keygen and openssl write them: OpenSSH, PKCS#1 and PKCS#8 in PEM. Of those with a passphrase only OpenSSH's.</summary>
internal static class SshPrivateKey
{
    private const string Ed25519Oid = "1.3.101.112";

    /// <param name="text">The PEM, perhaps with something around it.</param>
    /// <param name="question">Asked when a protected key is needed.</param>
    /// <exception cref="AgeException">It is no key that age can decrypt with.</exception>
    public static SshIdentity Parse(ReadOnlySpan<char> text, PassphraseQuestion question)
    {
        if (!PemEncoding.TryFind(text, out var pem))
        {
            throw AgeDiagnostics.MalformedSshPrivateKey("the text is not PEM");
        }

        var der = new byte[pem.DecodedDataLength];
        try
        {
            return Convert.TryFromBase64Chars(text[pem.Base64Data], der, out _)
                ? Parse(text[pem.Label], der, text, question)
                : throw AgeDiagnostics.MalformedSshPrivateKey("the text is not PEM");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }

    private static SshIdentity Parse(
        ReadOnlySpan<char> label,
        byte[] der,
        ReadOnlySpan<char> text,
        PassphraseQuestion question
    ) =>
        label switch
        {
            "OPENSSH PRIVATE KEY" => OpenSshKeyFile.Parse(der, question),
            "PRIVATE KEY" when Ed25519Seed(der) is { } seed => Ed25519Key(seed),
            "RSA PRIVATE KEY" when text.Contains("Proc-Type:", StringComparison.Ordinal) =>
                throw AgeDiagnostics.ProtectedSshKey(),
            "RSA PRIVATE KEY" or "PRIVATE KEY" => Rsa(text),
            "ENCRYPTED PRIVATE KEY" => throw AgeDiagnostics.ProtectedSshKey(),
            _ => throw AgeDiagnostics.UnsupportedSshKey(AgeFailure.BadIdentity, label.ToString()),
        };

    private static SshEd25519Identity Ed25519Key(byte[] seed)
    {
        var identity = new SshEd25519Identity(seed);
        CryptographicOperations.ZeroMemory(seed);
        return identity;
    }

    // RFC 8410 section 7.
    private static byte[]? Ed25519Seed(byte[] der)
    {
        try
        {
            var key = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
            key.ReadInteger();
            if (!string.Equals(key.ReadSequence().ReadObjectIdentifier(), Ed25519Oid, StringComparison.Ordinal))
            {
                return null;
            }

            var seed = new AsnReader(key.ReadOctetString(), AsnEncodingRules.DER).ReadOctetString();
            return seed.Length == Ed25519.KeySize ? seed : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static SshRsaIdentity Rsa(ReadOnlySpan<char> text)
    {
        RSAParameters key = default;
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(text);
            key = rsa.ExportParameters(includePrivateParameters: true);
            return SshRsaIdentity.Create(key.Modulus, key.Exponent, key.D, key.P, key.Q);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or ArithmeticException)
        {
            throw AgeDiagnostics.MalformedSshPrivateKey("it is not an RSA or Ed25519 key inside");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.D);
            CryptographicOperations.ZeroMemory(key.P);
            CryptographicOperations.ZeroMemory(key.Q);
            CryptographicOperations.ZeroMemory(key.DP);
            CryptographicOperations.ZeroMemory(key.DQ);
            CryptographicOperations.ZeroMemory(key.InverseQ);
        }
    }
}
