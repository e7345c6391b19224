using HomeOps.Age;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace HomeOps.Talos.Secrets;

/// <summary>Self-signed certificate authorities of ten years, as Talos makes them (siderolabs/crypto x509).</summary>
internal static class Authority
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(87600);

    /// <summary>An authority with an ECDSA P-256 key.</summary>
    public static PemKeyPair MakeEcdsa(string organization, RandomFill random, DateTimeOffset now)
    {
        var pair = MakeEcdsaKey(random);
        return Sign(organization, pair, EcdsaPem(pair), random, now);
    }

    /// <summary>An authority with an Ed25519 key.</summary>
    public static PemKeyPair MakeEd25519(string organization, RandomFill random, DateTimeOffset now)
    {
        var pair = MakeEd25519Key(random);
        return Sign(organization, pair, Ed25519Pem(pair), random, now);
    }

    public static AsymmetricCipherKeyPair MakeEcdsaKey(RandomFill random)
    {
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(SecObjectIdentifiers.SecP256r1, FillGenerator.For(random)));
        return generator.GenerateKeyPair();
    }

    public static AsymmetricCipherKeyPair MakeEd25519Key(RandomFill random)
    {
        var seed = new byte[Ed25519PrivateKeyParameters.KeySize];
        random(seed);
        var key = new Ed25519PrivateKeyParameters(seed);
        return new AsymmetricCipherKeyPair(key.GeneratePublicKey(), key);
    }

    /// <summary>SEC 1, as OpenSSL and Go write it.</summary>
    public static string EcdsaPem(AsymmetricCipherKeyPair pair)
    {
        var key = (ECPrivateKeyParameters)pair.Private;
        var point = ((ECPublicKeyParameters)pair.Public).Q.GetEncoded(compressed: false);
        var curve = new X962Parameters(SecObjectIdentifiers.SecP256r1);
        var structure = new ECPrivateKeyStructure(256, key.D, new DerBitString(point), curve);
        return Pem.Write("EC PRIVATE KEY", structure.GetDerEncoded());
    }

    /// <summary>PKCS #8 under the label that Talos uses.</summary>
    public static string Ed25519Pem(AsymmetricCipherKeyPair pair)
    {
        var key = (Ed25519PrivateKeyParameters)pair.Private;
        // Without the public key, which Go does not write.
        var algorithm = new AlgorithmIdentifier(Org.BouncyCastle.Asn1.EdEC.EdECObjectIdentifiers.id_Ed25519);
        var info = new Org.BouncyCastle.Asn1.Pkcs.PrivateKeyInfo(algorithm, new DerOctetString(key.GetEncoded()));
        return Pem.Write("ED25519 PRIVATE KEY", info.GetDerEncoded());
    }

    private static PemKeyPair Sign(
        string organization,
        AsymmetricCipherKeyPair pair,
        string keyPem,
        RandomFill random,
        DateTimeOffset now
    )
    {
        var name = CertificateDraft.Name(organization, commonName: "");
        var identifier = new byte[20];
        random(identifier);
        var draft = new CertificateDraft(name, name, pair.Public, now, now + Lifetime, random);
        draft.Add(
            X509Extensions.KeyUsage,
            critical: true,
            new KeyUsage(KeyUsage.DigitalSignature | KeyUsage.KeyCertSign)
        );
        draft.Add(
            X509Extensions.ExtendedKeyUsage,
            critical: false,
            new ExtendedKeyUsage(KeyPurposeID.id_kp_serverAuth, KeyPurposeID.id_kp_clientAuth)
        );
        draft.Add(X509Extensions.BasicConstraints, critical: true, new BasicConstraints(cA: true));
        draft.Add(X509Extensions.SubjectKeyIdentifier, critical: false, new SubjectKeyIdentifier(identifier));
        return new PemKeyPair(draft.Sign(pair.Private), keyPem);
    }
}
