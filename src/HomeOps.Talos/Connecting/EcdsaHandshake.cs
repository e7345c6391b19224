using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HomeOps.Talos.Connecting;

/// <summary>Mutual TLS 1.3 with .NET's own TLS, which is OpenSSL: for ECDSA client certificates, whoever signed them.</summary>
internal static class EcdsaHandshake
{
    public static Stream Open(Stream connection, ServerTrust trust, PemKeyPair client)
    {
        using var certificate = X509Certificate2.CreateFromPem(client.Certificate, client.Key);
        var secure = new SslStream(connection, leaveInnerStreamOpen: false);
        secure.AuthenticateAsClient(
            new SslClientAuthenticationOptions
            {
                TargetHost = trust.Host,
                EnabledSslProtocols = SslProtocols.Tls13,
                ApplicationProtocols = [SslApplicationProtocol.Http2],
                ClientCertificateContext = SslStreamCertificateContext.Create(
                    certificate,
                    additionalCertificates: null,
                    offline: true
                ),
                RemoteCertificateValidationCallback = (_, presented, _, _) =>
                    presented is X509Certificate2 server && trust.IsTrusted(server),
            }
        );
        return secure;
    }
}
