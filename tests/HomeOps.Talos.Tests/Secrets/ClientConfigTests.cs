using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HomeOps.Files;
using HomeOps.Talos.Secrets;
using HomeOps.Text;

namespace HomeOps.Talos.Tests.Secrets;

/// <summary>talosconfig and kubeconfig: certificates that the authorities of the bundle signed.</summary>
public sealed class ClientConfigTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_client_certificate_has_what_apid_wants()
    {
        var bundle = OfAnotherCluster();
        var pair = ClientCertificate.Issue(
            bundle.Os,
            "os:admin",
            "",
            TimeSpan.FromHours(1),
            isEd25519: false,
            encipherment: false,
            RandomNumberGenerator.Fill,
            Now
        );
        Assert.NotNull(pair);
        using var certificate = X509Certificate2.CreateFromPem(pair.Certificate, pair.Key);
        Assert.Equal("O=os:admin", certificate.Subject);
        Assert.Equal("O=talos", certificate.Issuer);
        var usage = Assert.Single(certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>());
        Assert.Equal("1.3.6.1.5.5.7.3.2", Assert.Single(usage.EnhancedKeyUsages.Cast<Oid>()).Value);
        Assert.True(ClientCertificate.IsValid(pair.Certificate, bundle.Os, Now, Now));
        Assert.False(ClientCertificate.IsValid(pair.Certificate, bundle.Etcd, Now, Now));
        Assert.False(ClientCertificate.IsValid(pair.Certificate, bundle.Os, Now, Now + TimeSpan.FromDays(1)));
    }

    [Fact]
    public void The_aggregator_has_no_name()
    {
        using var certificate = X509Certificate2.CreateFromPem(Workbench.Secrets.Aggregator.Certificate);
        Assert.Equal("", certificate.Subject);
        Assert.Equal(3, certificate.Version);
    }

    [Fact]
    public void An_authority_counts_for_ten_years()
    {
        var pair = Authority.MakeEcdsa("etcd", RandomNumberGenerator.Fill, Now);
        using var certificate = X509Certificate2.CreateFromPem(pair.Certificate, pair.Key);
        Assert.Equal(Now.UtcDateTime, certificate.NotBefore.ToUniversalTime());
        Assert.Equal((Now + TimeSpan.FromHours(87600)).UtcDateTime, certificate.NotAfter.ToUniversalTime());
        Assert.True(Assert.Single(certificate.Extensions.OfType<X509BasicConstraintsExtension>()).CertificateAuthority);
    }

    [Fact]
    public void A_certificate_that_counts_for_long_is_kept()
    {
        var first = Make(null, TimeSpan.FromDays(365), Now);
        var thirtyDaysLeft = Now + TimeSpan.FromDays(335);
        Assert.Equal(first, Make(first, TimeSpan.FromDays(365), thirtyDaysLeft));
        Assert.NotEqual(first, Make(first, TimeSpan.FromDays(365), thirtyDaysLeft + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_certificate_of_another_cluster_is_not_kept()
    {
        var other = OfAnotherCluster();
        var first = Talosconfig.Make(
            "home",
            ["10.0.0.1"],
            [],
            other,
            TimeSpan.FromDays(365),
            null,
            RandomNumberGenerator.Fill,
            new FixedClock(Now)
        );
        Assert.NotEqual(first, Make(first, TimeSpan.FromDays(365), Now));
    }

    [Fact]
    public void Kubeconfig_names_user_and_context_after_the_cluster()
    {
        var text = Kubeconfig.Make(
            "home",
            "https://10.0.0.50:6443",
            Workbench.Secrets,
            TimeSpan.FromHours(1),
            null,
            RandomNumberGenerator.Fill,
            TimeProvider.System
        );
        Assert.Contains("current-context: admin@home\n", text, StringComparison.Ordinal);
        Assert.Contains("server: https://10.0.0.50:6443\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_authority_that_cannot_be_read_is_reported()
    {
        var tree = new MemoryTree();
        tree.Add("talos/talconfig.yaml", Workbench.Talconfig());
        var broken = Workbench.Secrets with { Os = new PemKeyPair("x", "y") };
        var diagnostic = Assert.Single(GenConfig.Run(Workbench.Input(tree) with { Secrets = broken }).Diagnostics);
        Assert.Equal(
            "HO0824: certificate or key of the authority 'os' cannot be read",
            $"{diagnostic.Code}: {diagnostic.Message}"
        );
    }

    [Fact]
    public void An_authority_that_cannot_be_read_yields_nothing()
    {
        var broken = Workbench.Secrets with { Os = new PemKeyPair("x", "y"), Kubernetes = new PemKeyPair("x", "y") };
        Assert.Null(
            Talosconfig.Make(
                "home",
                [],
                [],
                broken,
                TimeSpan.FromDays(1),
                null,
                RandomNumberGenerator.Fill,
                TimeProvider.System
            )
        );
        Assert.Null(
            Kubeconfig.Make(
                "home",
                "https://x",
                broken,
                TimeSpan.FromDays(1),
                null,
                RandomNumberGenerator.Fill,
                TimeProvider.System
            )
        );
    }

    private static SecretsBundle OfAnotherCluster() =>
        Workbench.Secrets with
        {
            Os = Authority.MakeEd25519("talos", RandomNumberGenerator.Fill, Now),
            Etcd = Authority.MakeEcdsa("etcd", RandomNumberGenerator.Fill, Now),
        };

    private static string? Make(string? existing, TimeSpan lifetime, DateTimeOffset at) =>
        Talosconfig.Make(
            "home",
            ["10.0.0.1"],
            [],
            Workbench.Secrets,
            lifetime,
            existing is null ? null : new SourceText("talosconfig", existing),
            RandomNumberGenerator.Fill,
            new FixedClock(at)
        );

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
