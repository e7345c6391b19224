using System.Security.Cryptography;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Tests.Secrets;

/// <summary>The secrets file of talosctl and talhelper.</summary>
public sealed class SecretsBundleTests
{
    [Fact]
    public void A_bundle_reads_back_as_it_was_written()
    {
        var (bundle, diagnostics) = SecretsBundle.Read(
            new SourceText("s", Workbench.Secrets.ToYaml(YamlProfile.Talhelper))
        );
        Assert.Empty(diagnostics);
        Assert.Equal(Workbench.Secrets, bundle);
    }

    [Fact]
    public void Its_keys_stand_in_talosctl_order() =>
        Assert.Equal(
            ["cluster", "secrets", "trustdinfo", "certs"],
            Workbench
                .Secrets.ToYaml(YamlProfile.Talos)
                .Split('\n')
                .Where(static l => l.EndsWith(':') && !l.StartsWith(' '))
                .Select(static l => l.TrimEnd(':'))
        );

    [Theory]
    [InlineData("- a", "HO0820: the secrets file is not a map")]
    [InlineData("sops: {}", "HO0821: the secrets file is still encrypted")]
    [InlineData("cluster: {idd: x}", "HO0802: Talos knows no key 'idd' in 'cluster'")]
    public void A_wrong_file_is_reported(string text, string finding)
    {
        var (bundle, diagnostics) = SecretsBundle.Read(new SourceText("s", text));
        Assert.Null(bundle);
        Assert.Equal(finding, Assert.Single(diagnostics.Select(static d => $"{d.Code}: {d.Message}")));
    }

    [Fact]
    public void An_old_bundle_keeps_what_newer_ones_lack()
    {
        // talos.md 1.4: aescbc up to 1.2, an EC key of the service account up to 1.6; talosctl writes four columns.
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var old = Workbench.Secrets with
        {
            AescbcEncryptionSecret = "b2xk",
            ServiceAccount = new PemKeyPair("", key.ExportECPrivateKeyPem() + "\n"),
        };

        var (bundle, diagnostics) = SecretsBundle.Read(new SourceText("s", old.ToYaml(YamlProfile.Talos)));

        Assert.Empty(diagnostics);
        Assert.Equal(old, bundle);
        var config = BaseConfig.Generate(Input("v1.13.9", isControlPlane: true) with { Secrets = old });
        Assert.Contains(
            "    aescbcEncryptionSecret: b2xk\n",
            config.ToYaml(YamlProfile.Talos),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Keys_have_the_strength_of_Talos()
    {
        using var account = RSA.Create();
        account.ImportFromPem(Workbench.Secrets.ServiceAccount.Key);
        Assert.Equal(4096, account.KeySize);
        foreach (
            var pair in new[] { Workbench.Secrets.Kubernetes, Workbench.Secrets.Etcd, Workbench.Secrets.Aggregator }
        )
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pair.Key);
            Assert.Equal("1.2.840.10045.3.1.7", key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value);
        }
    }

    [Fact]
    public void A_missing_secret_is_named()
    {
        var text = Workbench.Secrets.ToYaml(YamlProfile.Talhelper);
        var cut = string.Join(
            '\n',
            text.Split('\n').Where(static l => !l.Contains("bootstraptoken", StringComparison.Ordinal))
        );
        var diagnostic = Assert.Single(SecretsBundle.Read(new SourceText("s", cut)).Diagnostics);
        Assert.Equal(
            "HO0822: the secret 'secrets.bootstraptoken' is missing",
            $"{diagnostic.Code}: {diagnostic.Message}"
        );
    }

    [Theory]
    [InlineData("v1.13.9")]
    [InlineData("v1.14.0")]
    public void The_secrets_come_back_out_of_a_control_plane_config(string version)
    {
        var config = BaseConfig.Generate(Input(version, isControlPlane: true));
        Assert.Equal(Workbench.Secrets, SecretsBundle.FromConfig(config, null).Bundle);
    }

    [Fact]
    public void A_worker_does_not_hold_them()
    {
        var diagnostic = Assert.Single(
            SecretsBundle.FromConfig(BaseConfig.Generate(Input("v1.13.9", false)), null).Diagnostics
        );
        Assert.Equal(
            "HO0823: only the config of a control plane machine holds all secrets",
            $"{diagnostic.Code}: {diagnostic.Message}"
        );
    }

    [Fact]
    public void Tokens_and_identity_have_the_form_of_Talos()
    {
        Assert.Matches("^[0-9a-z]{6}\\.[0-9a-z]{16}$", Workbench.Secrets.BootstrapToken);
        Assert.Matches("^[0-9a-z]{6}\\.[0-9a-z]{16}$", Workbench.Secrets.TrustdToken);
        Assert.Matches("^[0-9A-Za-z_-]{43}=$", Workbench.Secrets.ClusterId);
        Assert.StartsWith("-----BEGIN ED25519 PRIVATE KEY-----\n", Workbench.Secrets.Os.Key, StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN EC PRIVATE KEY-----\n", Workbench.Secrets.Etcd.Key, StringComparison.Ordinal);
        Assert.StartsWith(
            "-----BEGIN RSA PRIVATE KEY-----\n",
            Workbench.Secrets.ServiceAccount.Key,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_bundle_does_not_print_itself() => Assert.Equal("secrets bundle", Workbench.Secrets.ToString());

    private static BaseInput Input(string version, bool isControlPlane) =>
        new()
        {
            ClusterName = "home",
            Endpoint = "https://10.0.0.50:6443",
            KubernetesVersion = "v1.36.4",
            TalosVersion = version,
            Secrets = Workbench.Secrets,
            IsControlPlane = isControlPlane,
        };
}
