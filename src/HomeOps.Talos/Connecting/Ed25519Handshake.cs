using System.Security.Cryptography.X509Certificates;
using HomeOps.Age;
using HomeOps.Talos.Secrets;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;

namespace HomeOps.Talos.Connecting;

/// <summary>Mutual TLS 1.3 with BouncyCastle, for the Ed25519 client certificates of talosconfig.</summary>
internal static class Ed25519Handshake
{
    public static Stream Open(
        Stream connection,
        ServerTrust trust,
        string certificate,
        Ed25519PrivateKeyParameters key,
        RandomFill random
    )
    {
        var crypto = new BcTlsCrypto(FillGenerator.For(random));
        var protocol = new TlsClientProtocol(connection);
        protocol.Connect(new Client(crypto, trust, Der(certificate), key));
        return protocol.Stream;
    }

    private static byte[] Der(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.RawData;
    }

    private sealed class Client(
        BcTlsCrypto crypto,
        ServerTrust trust,
        byte[] certificate,
        Ed25519PrivateKeyParameters key
    ) : DefaultTlsClient(crypto)
    {
        public override TlsAuthentication GetAuthentication() =>
            new Authentication(m_context, crypto, trust, certificate, key);

        protected override ProtocolVersion[] GetSupportedVersions() => ProtocolVersion.TLSv13.Only();

        protected override IList<ProtocolName> GetProtocolNames() => [ProtocolName.Http_2_Tls];

        // A name only: addresses have no place in this extension (RFC 6066, 3).
        protected override IList<ServerName>? GetSniServerNames() =>
            System.Net.IPAddress.TryParse(trust.Host, out _)
                ? null
                : [new ServerName(NameType.host_name, System.Text.Encoding.ASCII.GetBytes(trust.Host))];
    }

    private sealed class Authentication(
        TlsContext context,
        BcTlsCrypto crypto,
        ServerTrust trust,
        byte[] certificate,
        Ed25519PrivateKeyParameters key
    ) : TlsAuthentication
    {
        public void NotifyServerCertificate(TlsServerCertificate serverCertificate)
        {
            if (serverCertificate.Certificate is not { IsEmpty: false } chain)
            {
                throw new TlsFatalAlert(AlertDescription.bad_certificate);
            }

            using var server = X509CertificateLoader.LoadCertificate(chain.GetCertificateAt(0).GetEncoded());
            if (!trust.IsTrusted(server))
            {
                throw new TlsFatalAlert(AlertDescription.bad_certificate);
            }
        }

        public TlsCredentials GetClientCredentials(Org.BouncyCastle.Tls.CertificateRequest certificateRequest)
        {
            CertificateEntry[] entries = [new(crypto.CreateCertificate(certificate), extensions: null)];
            return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                key,
                new Certificate(certificateRequest.GetCertificateRequestContext(), entries),
                SignatureAndHashAlgorithm.ed25519
            );
        }
    }
}
