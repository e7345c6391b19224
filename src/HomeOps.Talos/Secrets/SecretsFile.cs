using HomeOps.Talos.Model;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Secrets;

/// <summary>talsecret.yaml: reading and writing.</summary>
internal static class SecretsFile
{
    private static readonly string[][] RequiredKeys =
    [
        ["cluster", "id"],
        ["cluster", "secret"],
        ["secrets", "bootstraptoken"],
        ["trustdinfo", "token"],
        ["certs", "etcd", "crt"],
        ["certs", "etcd", "key"],
        ["certs", "k8s", "crt"],
        ["certs", "k8s", "key"],
        ["certs", "k8saggregator", "crt"],
        ["certs", "k8saggregator", "key"],
        ["certs", "k8sserviceaccount", "key"],
        ["certs", "os", "crt"],
        ["certs", "os", "key"],
    ];

    public static (SecretsBundle? Bundle, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var stream = YamlReader.Read(source);
        diagnostics.AddRange(stream.Diagnostics);
        if (stream.HasErrors)
        {
            return (null, diagnostics.Ordered());
        }

        var at = source.At(0, 0);
        if (stream.Documents is not [{ Root: YamlMapping root }])
        {
            diagnostics.Add(TalosDiagnostics.SecretsNotMap(at));
            return (null, diagnostics.Ordered());
        }

        if (root.Find("sops") is not null)
        {
            diagnostics.Add(TalosDiagnostics.SecretsEncrypted(at));
            return (null, diagnostics.Ordered());
        }

        var read = (ConfigStruct?)SecretsFileType.Type.Read(root, new ReadContext(source, diagnostics));
        if (read is null || diagnostics.HasErrors)
        {
            return (null, diagnostics.Ordered());
        }

        foreach (var path in RequiredKeys)
        {
            if (Value(read, path).Length == 0)
            {
                diagnostics.Add(TalosDiagnostics.SecretMissing(string.Join('.', path), at));
            }
        }

        if (
            Value(read, "secrets", "secretboxencryptionsecret").Length
                + Value(read, "secrets", "aescbcencryptionsecret").Length
            == 0
        )
        {
            diagnostics.Add(TalosDiagnostics.SecretMissing("secrets.secretboxencryptionsecret", at));
        }

        return (diagnostics.HasErrors ? null : ToBundle(read), diagnostics.Ordered());
    }

    public static string Write(SecretsBundle bundle, YamlProfile profile)
    {
        var file = SecretsFileType.Type.New();
        file.Open("cluster").Set("id", bundle.ClusterId).Set("secret", bundle.ClusterSecret);
        file.Open("secrets")
            .Set("bootstraptoken", bundle.BootstrapToken)
            .Set("aescbcencryptionsecret", bundle.AescbcEncryptionSecret)
            .Set("secretboxencryptionsecret", bundle.SecretboxEncryptionSecret);
        file.Open("trustdinfo").Set("token", bundle.TrustdToken);
        var certificates = file.Open("certs");
        Put(certificates, "etcd", bundle.Etcd);
        Put(certificates, "k8s", bundle.Kubernetes);
        Put(certificates, "k8saggregator", bundle.Aggregator);
        certificates.Open("k8sserviceaccount").Set("key", bundle.ServiceAccount.KeyBase64);
        Put(certificates, "os", bundle.Os);
        return YamlWriter.Write([new YamlDocument(new SourceText("", ""), file.Type.Write(file))], profile);
    }

    private static void Put(ConfigStruct certificates, string name, PemKeyPair pair) =>
        certificates.Open(name).Set("crt", pair.CertificateBase64).Set("key", pair.KeyBase64);

    private static SecretsBundle ToBundle(ConfigStruct file) =>
        new()
        {
            ClusterId = Value(file, "cluster", "id"),
            ClusterSecret = Value(file, "cluster", "secret"),
            BootstrapToken = Value(file, "secrets", "bootstraptoken"),
            SecretboxEncryptionSecret = Value(file, "secrets", "secretboxencryptionsecret"),
            AescbcEncryptionSecret = Value(file, "secrets", "aescbcencryptionsecret"),
            TrustdToken = Value(file, "trustdinfo", "token"),
            Etcd = Pair(file, "etcd"),
            Kubernetes = Pair(file, "k8s"),
            Aggregator = Pair(file, "k8saggregator"),
            ServiceAccount = PemKeyPair.FromBase64("", Value(file, "certs", "k8sserviceaccount", "key")),
            Os = Pair(file, "os"),
        };

    private static PemKeyPair Pair(ConfigStruct file, string name) =>
        PemKeyPair.FromBase64(Value(file, "certs", name, "crt"), Value(file, "certs", name, "key"));

    private static string Value(ConfigStruct file, params ReadOnlySpan<string> path)
    {
        ConfigStruct? at = file;
        for (var i = 0; i < path.Length - 1; i++)
        {
            at = at?.Struct(path[i]);
        }

        return at?.Text(path[^1]) ?? "";
    }
}
