using HomeOps.Age;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.X509;

namespace HomeOps.Talos.Secrets;

/// <summary>
/// A certificate before it is signed. BouncyCastle's own generator refuses the empty names that Talos gives to the authority of the
/// aggregation layer, so the structure (RFC 5280, 4.1) is put together here.
/// </summary>
internal sealed class CertificateDraft(
    X509Name issuer,
    X509Name subject,
    AsymmetricKeyParameter key,
    DateTimeOffset from,
    DateTimeOffset to,
    RandomFill random
)
{
    private const int Version3 = 2;
    private const int ExtensionsTag = 3;

    private readonly X509ExtensionsGenerator extensions = new();

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

    public void Add(DerObjectIdentifier kind, bool critical, Asn1Encodable value) =>
        extensions.AddExtension(kind, critical, value);

    /// <summary>The certificate as PEM, signed by the way the key signs.</summary>
    public string Sign(AsymmetricKeyParameter signer)
    {
        var name = signer switch
        {
            Ed25519PrivateKeyParameters => "Ed25519",
            ECPrivateKeyParameters => "SHA256WITHECDSA",
            _ => "SHA256WITHRSA",
        };
        var factory = new Asn1SignatureFactory(name, signer, FillGenerator.For(random));
        var algorithm = (AlgorithmIdentifier)factory.AlgorithmDetails;
        var content = new DerSequence(
            new DerTaggedObject(isExplicit: true, 0, DerInteger.ValueOf(Version3)),
            new DerInteger(Serial()),
            algorithm,
            issuer,
            new DerSequence(Time(from), Time(to)),
            subject,
            SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(key),
            new DerTaggedObject(isExplicit: true, ExtensionsTag, extensions.Generate())
        );
        var signing = factory.CreateCalculator();
        signing.Stream.Write(content.GetDerEncoded());
        signing.Stream.Dispose();
        var signature = new DerBitString(signing.GetResult().Collect());
        return Pem.Write("CERTIFICATE", new DerSequence(content, algorithm, signature).GetDerEncoded());
    }

    private BigInteger Serial()
    {
        var serial = new byte[16];
        random(serial);
        // Positive and never zero, as RFC 5280 wants it.
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        return new BigInteger(1, serial);
    }

    // Two-digit years end in 2049.
    private static Asn1Encodable Time(DateTimeOffset time) =>
        time.Year < 2050 ? new DerUtcTime(time.UtcDateTime, 2049) : new DerGeneralizedTime(time.UtcDateTime);
}
