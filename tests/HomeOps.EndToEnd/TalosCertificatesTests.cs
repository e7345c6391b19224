using System.Text;

namespace HomeOps.EndToEnd;

/// <summary>What the program makes for a Talos cluster, judged by openssl: every chain, and mutual TLS 1.3 with an Ed25519 server.</summary>
public sealed class TalosCertificatesTests
{
    [Theory]
    [InlineData("os")]
    [InlineData("k8s")]
    [InlineData("k8saggregator")]
    [InlineData("etcd")]
    public void An_authority_is_valid_and_signs(string authority)
    {
        using var folder = Cluster();

        OpenSsl(folder, "verify", "-check_ss_sig", "-x509_strict", "-CAfile", $"{authority}.crt", $"{authority}.crt");
        Leaf(folder, authority, "leaf", "DNS:leaf");
        OpenSsl(folder, "verify", "-purpose", "sslserver", "-CAfile", $"{authority}.crt", "leaf.crt");
    }

    [Theory]
    [InlineData("talosconfig", "os", "crt: ", "O = os:admin")]
    [InlineData("kubeconfig", "k8s", "client-certificate-data: ", "O = system:masters, CN = admin")]
    public void A_client_certificate_is_signed_by_its_authority(
        string file,
        string authority,
        string key,
        string subject
    )
    {
        using var folder = Cluster();
        folder.Write("client.crt", Value(folder.Read($"clusterconfig/{file}"), key));

        OpenSsl(folder, "verify", "-purpose", "sslclient", "-CAfile", $"{authority}.crt", "client.crt");
        var shown = OpenSsl(folder, "x509", "-in", "client.crt", "-noout", "-subject");
        Assert.Equal($"subject={subject}\n", shown.Output);
    }

    [Fact]
    public void A_node_accepts_the_certificate_of_talosconfig_and_one_made_from_the_secrets()
    {
        using var folder = Cluster();
        Leaf(folder, "os", "node", "IP:127.0.0.1");
        using var server = OpenSslServer.Start(folder.Path, "node", "os");

        var doctor = Doctor(folder, server.Port);

        Assert.Contains(
            $"127.0.0.1:{server.Port} accepts its certificate (TLS 1.3, Ed25519)",
            doctor,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"127.0.0.1:{server.Port} accepts a certificate made from it (TLS 1.3, ECDSA P-256)",
            doctor,
            StringComparison.Ordinal
        );
        var log = server.Log();
        Assert.Equal(2, Count(log, "Protocol version: TLSv1.3"));
        Assert.Equal(2, Count(log, "Verification: OK"));
        Assert.Equal(1, Count(log, "Signature type: ed25519"));
        Assert.Equal(1, Count(log, "Signature type: ECDSA"));
    }

    [Fact]
    public void A_node_of_another_cluster_is_not_trusted()
    {
        using var folder = Cluster();
        using var other = Cluster();
        Leaf(other, "os", "node", "IP:127.0.0.1");
        using var server = OpenSslServer.Start(other.Path, "node", "os");

        var doctor = Doctor(folder, server.Port);

        Assert.Equal(2, Count(doctor, "is not trusted: the node's certificate was not signed by the authority"));
    }

    [Fact]
    public void A_node_at_another_address_is_not_trusted()
    {
        using var folder = Cluster();
        Leaf(folder, "os", "node", "IP:127.0.0.2");
        using var server = OpenSslServer.Start(folder.Path, "node", "os");

        Assert.Equal(
            2,
            Count(Doctor(folder, server.Port), "is not trusted: the node's certificate is not for 127.0.0.1")
        );
    }

    [Fact]
    public void A_node_that_trusts_others_refuses()
    {
        using var folder = Cluster();
        using var other = Cluster();
        Leaf(folder, "os", "node", "IP:127.0.0.1");
        File.Copy(other["os.crt"], folder["other.crt"]);
        using var server = OpenSslServer.Start(folder.Path, "node", "other");

        var doctor = Doctor(folder, server.Port);

        Assert.Equal(1, Count(doctor, $"127.0.0.1:{server.Port} refuses its certificate"));
        Assert.Equal(1, Count(doctor, $"127.0.0.1:{server.Port} refuses a certificate made from it"));
    }

    private static string Doctor(ScratchFolder folder, int port) =>
        HomeOpsBinary
            .Run(
                folder.Path,
                "doctor",
                "--talos-api",
                $"127.0.0.1:{port}",
                "--talosconfig",
                folder["clusterconfig/talosconfig"]
            )
            .Output;

    /// <summary>A folder with generated configs and, for openssl, certificate and key of each authority.</summary>
    private static ScratchFolder Cluster()
    {
        var folder = new ScratchFolder();
        HomeOpsBinary.Run(folder.Path, "secrets", "keygen", "--age-key", "classic", "-o", "age.key").Expect(0);
        var recipient = folder.Read("age.key").Split('\n')[1]["# public key: ".Length..];
        folder.Write(".sops.yaml", $"creation_rules:\n  - age: {recipient}\n");
        Directory.CreateDirectory(folder["talos"]);
        HomeOpsBinary.Run(folder.Path, "talos", "gensecret", "-o", "talos/talsecret.sops.yaml").Expect(0);
        folder.Write(
            "talos/talconfig.yaml",
            "clusterName: home\nkubernetesVersion: v1.36.4\nendpoint: https://10.0.0.50:6443\nnodes:\n  - hostname: control0\n    ipAddress: 10.0.0.10\n    controlPlane: true\n    installDisk: /dev/sda\n"
        );
        HomeOpsBinary.Run(folder.Path, "talos", "genconfig", "-o", "clusterconfig").Expect(0);
        var secrets = HomeOpsBinary
            .Run(folder.Path, "secrets", "decrypt", "talos/talsecret.sops.yaml")
            .Expect(0)
            .Output;
        foreach (var authority in (string[])["os", "k8s", "k8saggregator", "etcd"])
        {
            var section = secrets[secrets.IndexOf($" {authority}:\n", StringComparison.Ordinal)..];
            folder.Write($"{authority}.crt", Value(section, "crt: "));
            // openssl knows the key, not Talos's name for it.
            var key = Value(section, "key: ").Replace("ED25519 PRIVATE KEY", "PRIVATE KEY", StringComparison.Ordinal);
            folder.Write($"{authority}.key", key);
        }

        return folder;
    }

    private static void Leaf(ScratchFolder folder, string authority, string name, string place)
    {
        folder.Write($"{name}.ext", $"subjectAltName={place}\nextendedKeyUsage=serverAuth\n");
        OpenSsl(folder, "genpkey", "-algorithm", "ed25519", "-out", $"{name}.key");
        OpenSsl(folder, "req", "-new", "-key", $"{name}.key", "-subj", "/O=leaf", "-out", $"{name}.csr");
        OpenSsl(
            folder,
            [
                .. (string[])["x509", "-req", "-in", $"{name}.csr", "-days", "1", "-set_serial", "7"],
                .. (string[])["-CA", $"{authority}.crt", "-CAkey", $"{authority}.key"],
                .. (string[])["-extfile", $"{name}.ext", "-out", $"{name}.crt"],
            ]
        );
    }

    private static Outcome OpenSsl(ScratchFolder folder, params string[] args) =>
        Program.Run("openssl", folder.Path, args).Expect(0);

    // The first value of that name, decoded.
    private static string Value(string yaml, string key)
    {
        var start = yaml.IndexOf($" {key}", StringComparison.Ordinal) + 1 + key.Length;
        return Encoding.UTF8.GetString(Convert.FromBase64String(yaml[start..yaml.IndexOf('\n', start)]));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
