using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HomeOps.Talos.Connecting;

/// <summary>Whether a node's certificate was signed by the cluster's authority, for the address it was reached at.</summary>
internal sealed class ServerTrust(string host, string authority, TimeProvider clock)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public string Host => host;

    /// <summary>Whether a certificate was presented at all.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Why the certificate that was presented is not trusted; empty when it is.</summary>
    public string Problem { get; private set; } = "";

    public bool IsTrusted(X509Certificate2 certificate)
    {
        IsAsked = true;
        Problem = Examine(certificate);
        return Problem.Length == 0;
    }

    private string Examine(X509Certificate2 certificate)
    {
        if (!certificate.MatchesHostname(host))
        {
            return $"the node's certificate is not for {host}";
        }

        using var root = X509Certificate2.CreateFromPem(authority);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        return chain.Build(certificate)
            ? ""
            : "the node's certificate was not signed by the authority of the cluster, or does not count now";
    }
}
