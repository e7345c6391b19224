using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace HomeOps.Talos.Secrets;

/// <summary>PEM texts, 64 characters a line, with a final line break.</summary>
internal static class Pem
{
    public static string Write(string label, ReadOnlySpan<byte> der) => PemEncoding.WriteString(label, der) + "\n";

    /// <summary>The certificate, or null when the text is none.</summary>
    public static X509Certificate? Certificate(string pem)
    {
        try
        {
            return Decode(pem) is { } der ? new X509Certificate(der) : null;
        }
        catch (Exception e)
            when (e is ArgumentException or IOException or GeneralSecurityException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The private key in any form that Talos wrote, or null when the text is none.</summary>
    public static AsymmetricKeyParameter? PrivateKey(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || Decode(pem) is not { } der)
        {
            return null;
        }

        try
        {
            if (pem[fields.Label] is not "EC PRIVATE KEY")
            {
                return PrivateKeyFactory.CreateKey(der);
            }

            var key = Org.BouncyCastle.Asn1.Sec.ECPrivateKeyStructure.GetInstance(
                Org.BouncyCastle.Asn1.Asn1Object.FromByteArray(der)
            );
            return new ECPrivateKeyParameters(
                "ECDSA",
                key.GetKey(),
                Org.BouncyCastle.Asn1.Sec.SecObjectIdentifiers.SecP256r1
            );
        }
        catch (Exception e)
            when (e is ArgumentException or IOException or GeneralSecurityException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The public half of a private key, or null when the text is none of the kinds that client certificates have.</summary>
    public static AsymmetricKeyParameter? PublicKeyOf(string pem) =>
        PrivateKey(pem) switch
        {
            Ed25519PrivateKeyParameters key => key.GeneratePublicKey(),
            ECPrivateKeyParameters key => new ECPublicKeyParameters(
                "ECDSA",
                key.Parameters.G.Multiply(key.D),
                key.Parameters
            ),
            RsaPrivateCrtKeyParameters key => new RsaKeyParameters(isPrivate: false, key.Modulus, key.PublicExponent),
            _ => null,
        };

    private static byte[]? Decode(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
        {
            return null;
        }

        var der = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(pem.AsSpan(fields.Base64Data), der, out _) ? der : null;
    }
}
