using HomeOps.Age;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.X509;

namespace HomeOps.Talos.Secrets;

/// <summary>What all certificates of Talos have in common.</summary>
internal static class Certificates
{
    /// <summary>A subject of an organization and a name, either of which may be empty.</summary>
    public static X509Name Name(string organization, string commonName)
    {
        var kinds = new List<DerObjectIdentifier>();
        var values = new List<string>();
        if (organization.Length > 0)
        {
            kinds.Add(X509Name.O);
            values.Add(organization);
        }

        if (commonName.Length > 0)
        {
            kinds.Add(X509Name.CN);
            values.Add(commonName);
        }

        return new X509Name(kinds, values);
    }

    public static X509V3CertificateGenerator Begin(
        X509Name issuer,
        X509Name subject,
        AsymmetricKeyParameter key,
        DateTimeOffset from,
        DateTimeOffset to,
        RandomFill random
    )
    {
        var serial = new byte[16];
        random(serial);
        // Positive and never zero, as RFC 5280 wants it.
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(new BigInteger(1, serial));
        generator.SetIssuerDN(issuer);
        generator.SetSubjectDN(subject);
        generator.SetNotBefore(from.UtcDateTime);
        generator.SetNotAfter(to.UtcDateTime);
        generator.SetPublicKey(key);
        return generator;
    }

    /// <summary>The certificate as PEM, signed by the way the key signs.</summary>
    public static string Sign(X509V3CertificateGenerator generator, AsymmetricKeyParameter key, RandomFill random)
    {
        var algorithm = key switch
        {
            Ed25519PrivateKeyParameters => "Ed25519",
            ECPrivateKeyParameters => "SHA256WITHECDSA",
            _ => "SHA256WITHRSA",
        };
        var factory = new Asn1SignatureFactory(algorithm, key, FillGenerator.For(random));
        return Pem.Write("CERTIFICATE", generator.Generate(factory).GetEncoded());
    }
}
