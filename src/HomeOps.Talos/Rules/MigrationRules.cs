using HomeOps.Talos.Generating;
using HomeOps.Talos.Migrating;
using HomeOps.Talos.Model;

namespace HomeOps.Talos.Rules;

/// <summary>Keys of the main document that a document of their own has: refused beside that document, a warning from Talos 1.14 on.</summary>
internal static class MigrationRules
{
    // A document, and the part of the main one that may not stand beside it (talos.md 2.3; from 1.14 on, what the documents of Talos check).
    private static readonly (string Id, string Path)[] Conflicts =
    [
        ("HostnameConfig", "machine.network.hostname"),
        ("HostnameConfig", "machine.features.stableHostname"),
        ("ResolverConfig", "machine.network.nameservers"),
        ("ResolverConfig", "machine.network.searchDomains"),
        ("ResolverConfig", "machine.network.disableSearchDomain"),
        ("ResolverConfig", "machine.features.hostDNS"),
        ("TimeSyncConfig", "machine.time"),
        ("KubeSpanConfig", "machine.network.kubespan"),
        ("VolumeConfig/STATE", "machine.systemDiskEncryption.state"),
        ("VolumeConfig/EPHEMERAL", "machine.systemDiskEncryption.ephemeral"),
        ("KubeletConfig", "machine.kubelet"),
        ("KubeNodeConfig", "machine.nodeLabels"),
        ("KubeNodeConfig", "machine.nodeAnnotations"),
        ("KubeNodeConfig", "machine.nodeTaints"),
        ("KubeNodeConfig", "cluster.allowSchedulingOnMasters"),
        ("KubeNodeConfig", "cluster.allowSchedulingOnControlPlanes"),
        ("KubeControllerManagerConfig", "machine.controlPlane.controllerManager"),
        ("KubeControllerManagerConfig", "cluster.controllerManager"),
        ("KubeSchedulerConfig", "machine.controlPlane.scheduler"),
        ("KubeSchedulerConfig", "cluster.scheduler"),
        ("KubeAPIServerConfig", "cluster.apiServer"),
        ("KubeAPIServerConfig", "cluster.controlPlane.localAPIServerPort"),
        ("KubeProxyConfig", "cluster.proxy"),
        ("KubeCoreDNSConfig", "cluster.coreDNS"),
        ("KubeNetworkConfig", "cluster.network"),
        ("KubeClusterConfig", "cluster.clusterName"),
        ("KubeClusterConfig", "cluster.controlPlane.endpoint"),
        ("KubeAPIServerCAConfig", "cluster.ca"),
        ("KubeAggregatorCAConfig", "cluster.aggregatorCA"),
        ("KubeServiceAccountConfig", "cluster.serviceAccount"),
        ("KubeEtcdEncryptionConfig", "cluster.secretboxEncryptionSecret"),
        ("KubeEtcdEncryptionConfig", "cluster.aescbcEncryptionSecret"),
        ("KubePrismConfig", "machine.features.kubePrism"),
        ("KubeTalosAPIAccessConfig", "machine.features.kubernetesTalosAPIAccess"),
        ("ImageCacheConfig", "machine.features.imageCache"),
        ("CRIBaseRuntimeSpecConfig", "machine.baseRuntimeSpecOverrides"),
        ("DiscoveryServiceConfig/default", "cluster.discovery"),
        ("DiscoveryIdentityConfig", "cluster.id"),
        ("DiscoveryIdentityConfig", "cluster.secret"),
        ("UnattendedInstallConfig", "machine.install"),
    ];

    public static void Check(MachineConfig config, RuleSubject subject, VersionContract contract)
    {
        foreach (var key in MovedKeys.All)
        {
            foreach (var value in key.In(subject.Main) is { } whole ? ValueParts.ByFile(whole) : [])
            {
                Check(key, value, config, subject, contract);
            }
        }

        // What nobody wrote, or no document is known for.
        foreach (var (id, path) in Conflicts)
        {
            if (
                Document(config, id, path) is { } document
                && ConfigRules.IsSet(subject.Main, path.Split('.')) is { } value
                && !MovedKeys.All.Any(k => IsBelow(k.Path, path) && k.In(subject.Main)?.Origin is not null)
            )
            {
                subject.Report(
                    TalosDiagnostics.ConflictsWithMain(
                        document.Kind,
                        path,
                        subject.Name,
                        value.Origin ?? document.Origin
                    )
                );
            }
        }
    }

    private static void Check(
        MovedKey key,
        ConfigValue value,
        MachineConfig config,
        RuleSubject subject,
        VersionContract contract
    )
    {
        // What talconfig.yaml itself says is carried out in the way of its version of Talos; a machine config's place has no text.
        if (value.Origin is not { } at || (subject.Place is { Source.Text.Length: > 0 } place && place.Path == at.Path))
        {
            return;
        }

        var patch = MigrationText.Of(key.Documents(value));
        var conflict = Array.Find(
            Conflicts,
            c => IsBelow(key.Path, c.Path) && Document(config, c.Id, c.Path) is not null
        );
        if (conflict.Id is not null && value is not ConfigScalar { Value: null } and not ConfigList { Items.Count: 0 })
        {
            subject.Report(TalosDiagnostics.ConflictsWithMain(key, conflict.Id.Split('/')[0], patch, at));
        }
        else if (contract.HasKubernetesDocuments && key.Kind.Length == 0)
        {
            subject.Report(TalosDiagnostics.GoneKey(key, at));
        }
        // A list may hold only what has no document, as files outside /etc.
        else if (
            contract.HasKubernetesDocuments && (patch.Length > 0 || key.Note.Length > 0 || value is not ConfigList)
        )
        {
            subject.Report(TalosDiagnostics.MovedKey(key, patch, at));
        }
    }

    private static ConfigDocument? Document(MachineConfig config, string id, string path) =>
        config.All.Find(d => d.Id == id) is { } document && Counts(document, path) ? document : null;

    private static bool Counts(ConfigDocument document, string path) =>
        (document.Kind, path) switch
        {
            ("ResolverConfig", "machine.features.hostDNS") => document.Value["hostDNS"] is not null,
            ("ResolverConfig", _) => document.Value["nameservers"] is not null
                || document.Value["searchDomains"] is not null,
            ("VolumeConfig", _) => document.Value["encryption"] is not null,
            _ => true,
        };

    private static bool IsBelow(string path, string top) =>
        path.StartsWith(top, StringComparison.Ordinal) && (path.Length == top.Length || path[top.Length] == '.');
}
