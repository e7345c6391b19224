using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Secrets;

/// <summary>Takes a bundle out of the config of a control plane machine, of any Talos version.</summary>
internal static class SecretsExtraction
{
    public static (SecretsBundle? Bundle, IReadOnlyList<Diagnostic> Diagnostics) From(
        MachineConfig config,
        Location? at
    )
    {
        var main = config.Main?.Value;
        var machine = main?.Struct("machine");
        var cluster = main?.Struct("cluster");
        if (machine?.Text("type") is not ("controlplane" or "init"))
        {
            return (null, [TalosDiagnostics.SecretsFromWorker(at)]);
        }

        var identity = config.Find("DiscoveryIdentityConfig")?.Value;
        var bundle = new SecretsBundle
        {
            ClusterId = First(cluster?.Text("id"), identity?.Text("clusterID")),
            ClusterSecret = First(cluster?.Text("secret"), identity?.Text("clusterSecret")),
            BootstrapToken = First(cluster?.Text("token")),
            SecretboxEncryptionSecret = First(cluster?.Text("secretboxEncryptionSecret"), EtcdSecret(config, "key2")),
            AescbcEncryptionSecret = First(cluster?.Text("aescbcEncryptionSecret"), EtcdSecret(config, "key1")),
            TrustdToken = machine.Text("token"),
            Etcd = Pair(cluster?.Struct("etcd")?.Struct("ca")),
            Kubernetes = PairOr(cluster?.Struct("ca"), config.Find("KubeAPIServerCAConfig")),
            Aggregator = PairOr(cluster?.Struct("aggregatorCA"), config.Find("KubeAggregatorCAConfig")),
            ServiceAccount = ServiceAccount(cluster, config),
            Os = Pair(machine.Struct("ca")),
        };
        var missing = Missing(bundle);
        return missing.Length > 0 ? (null, [TalosDiagnostics.SecretMissing(missing, at)]) : (bundle, []);
    }

    private static string Missing(SecretsBundle bundle) =>
        bundle.Os.Key.Length == 0 ? "machine.ca.key"
        : bundle.Etcd.Key.Length == 0 ? "cluster.etcd.ca.key"
        : bundle.Kubernetes.Key.Length == 0 ? "cluster.ca.key"
        : bundle.Aggregator.Key.Length == 0 ? "cluster.aggregatorCA.key"
        : bundle.ServiceAccount.Key.Length == 0 ? "cluster.serviceAccount.key"
        : bundle.BootstrapToken.Length == 0 ? "cluster.token"
        : bundle.TrustdToken.Length == 0 ? "machine.token"
        : bundle.ClusterId.Length == 0 ? "cluster.id"
        : bundle.ClusterSecret.Length == 0 ? "cluster.secret"
        : "";

    private static string First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                return text;
            }
        }

        return "";
    }

    private static PemKeyPair Pair(ConfigStruct? pair) =>
        PemKeyPair.FromBase64(pair?.Text("crt") ?? "", pair?.Text("key") ?? "");

    private static PemKeyPair PairOr(ConfigStruct? pair, ConfigDocument? document) =>
        pair is not null ? Pair(pair)
        : document?.Value.Struct("issuingCA") is { } issuing ? new PemKeyPair(issuing.Text("cert"), issuing.Text("key"))
        : new PemKeyPair("", "");

    private static PemKeyPair ServiceAccount(ConfigStruct? cluster, MachineConfig config) =>
        cluster?.Struct("serviceAccount") is { } legacy
            ? PemKeyPair.FromBase64("", legacy.Text("key"))
            : new PemKeyPair(
                "",
                config.Find("KubeServiceAccountConfig")?.Value.Struct("issuer")?.Text("privateKey") ?? ""
            );

    // The key of that name among the providers that encrypt etcd.
    private static string EtcdSecret(MachineConfig config, string name) =>
        Maps(config.Find("KubeEtcdEncryptionConfig")?.Value["config"])
            .Where(m =>
                m.TryGetValue("name", out var found) && found is ConfigScalar { Value: string text } && text == name
            )
            .Select(static m => (m.GetValueOrDefault("secret") as ConfigScalar)?.Text)
            .FirstOrDefault()
        ?? "";

    private static IEnumerable<IReadOnlyDictionary<string, ConfigValue>> Maps(ConfigValue? value) =>
        value switch
        {
            ConfigMap map => map.Entries.Values.SelectMany(Maps).Prepend(map.Entries),
            ConfigList list => list.Items.SelectMany(Maps),
            _ => [],
        };
}
