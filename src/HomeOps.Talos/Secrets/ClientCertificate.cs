using HomeOps.Age;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509.Extension;

namespace HomeOps.Talos.Secrets;

/// <summary>Client certificates signed by an authority of the bundle.</summary>
internal static class ClientCertificate
{
    private static readonly TimeSpan Renewal = TimeSpan.FromDays(30);
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(8760);

    /// <summary>A certificate; its key is of the kind that is asked for. Null when the authority cannot be read.</summary>
    /// <param name="authority">Certificate and key of the authority.</param>
    /// <param name="organization">Roles or groups of the client.</param>
    /// <param name="commonName">Its name, or empty.</param>
    /// <param name="lifetime">How long it counts.</param>
    /// <param name="isEd25519">Ed25519 instead of ECDSA P-256.</param>
    /// <param name="encipherment">Whether the key may also encipher keys, as Kubernetes certificates may.</param>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="now">The beginning.</param>
    public static PemKeyPair? Issue(
        PemKeyPair authority,
        string organization,
        string commonName,
        TimeSpan lifetime,
        bool isEd25519,
        bool encipherment,
        RandomFill random,
        DateTimeOffset now
    )
    {
        if (Pem.Certificate(authority.Certificate) is not { } issuer || Pem.PrivateKey(authority.Key) is not { } signer)
        {
            return null;
        }

        var pair = isEd25519 ? Authority.MakeEd25519Key(random) : Authority.MakeEcdsaKey(random);
        var draft = new CertificateDraft(
            issuer.SubjectDN,
            CertificateDraft.Name(organization, commonName),
            pair.Public,
            now,
            now + lifetime,
            random
        );
        var usage = KeyUsage.DigitalSignature | (encipherment ? KeyUsage.KeyEncipherment : 0);
        draft.Add(X509Extensions.KeyUsage, critical: true, new KeyUsage(usage));
        draft.Add(
            X509Extensions.ExtendedKeyUsage,
            critical: false,
            new ExtendedKeyUsage(KeyPurposeID.id_kp_clientAuth)
        );
        if (issuer.GetExtensionValue(X509Extensions.SubjectKeyIdentifier) is { } identifier)
        {
            var known = SubjectKeyIdentifier.GetInstance(X509ExtensionUtilities.FromExtensionValue(identifier));
            draft.Add(
                X509Extensions.AuthorityKeyIdentifier,
                critical: false,
                new AuthorityKeyIdentifier(known.GetKeyIdentifier())
            );
        }

        return new PemKeyPair(draft.Sign(signer), isEd25519 ? Authority.Ed25519Pem(pair) : Authority.EcdsaPem(pair));
    }

    /// <summary>
    /// Whether an existing certificate stays: its key belongs to it, the authority signed it, and it counts for 30 days more (a third of
    /// a shorter lifetime). A lifetime under a year is asked for on purpose, so one that counts longer goes.
    /// </summary>
    public static bool IsKept(PemKeyPair pair, PemKeyPair authority, TimeSpan lifetime, DateTimeOffset now)
    {
        var renewal = lifetime / 3 < Renewal ? lifetime / 3 : Renewal;
        return IsValid(pair.Certificate, authority, now, now + renewal)
            && Pem.Certificate(pair.Certificate) is { } leaf
            && Pem.PublicKeyOf(pair.Key) is { } own
            && own.Equals(leaf.GetPublicKey())
            && (lifetime >= UsualLifetime || leaf.NotAfter <= (now + lifetime).UtcDateTime);
    }

    /// <summary>Whether the authority signed the certificate and it counts until a time.</summary>
    public static bool IsValid(string certificate, PemKeyPair authority, DateTimeOffset now, DateTimeOffset until)
    {
        if (Pem.Certificate(certificate) is not { } leaf || Pem.Certificate(authority.Certificate) is not { } issuer)
        {
            return false;
        }

        // An authority signs others as it signed itself.
        if (leaf.SigAlgOid != issuer.SigAlgOid || !leaf.IssuerDN.Equivalent(issuer.SubjectDN))
        {
            return false;
        }

        try
        {
            return leaf.IsSignatureValid(issuer.GetPublicKey())
                && leaf.NotBefore <= now.UtcDateTime
                && leaf.NotAfter >= until.UtcDateTime;
        }
        catch (Exception e) when (e is ArgumentException or Org.BouncyCastle.Security.GeneralSecurityException)
        {
            return false;
        }
    }
}
