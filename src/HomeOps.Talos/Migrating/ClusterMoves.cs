using HomeOps.Talos.Model;
using HomeOps.Yaml;
using static HomeOps.Talos.Migrating.MovedKey;

namespace HomeOps.Talos.Migrating;

/// <summary>Where the keys of <c>cluster</c> are. Those of etcd and of the cloud provider stay.</summary>
internal static class ClusterMoves
{
    private const string ControlPlaneTaint = "node-role.kubernetes.io/control-plane";
    private const string Plugin = "set 'cniConfig' in talconfig.yaml";
    private const string Volumes = "remove it; the documents of 1.14 have no such key";

    public static IEnumerable<MovedKey> All { get; } =
    [
        To(DiscoveryIdentityConfig.Kind, "cluster.id", "clusterID"),
        To(DiscoveryIdentityConfig.Kind, "cluster.secret", "clusterSecret"),
        To(KubeClusterConfig.Kind, "cluster.controlPlane.endpoint", "endpoint"),
        To(KubeAPIServerConfig.Kind, "cluster.controlPlane.localAPIServerPort", "apiPort"),
        To(KubeClusterConfig.Kind, "cluster.clusterName", "clusterName"),
        new("cluster.network.cni", KubeFlannelCNIConfig.Kind.Name, "extraArgs", static _ => []) { Note = Plugin },
        .. Alike(KubeNetworkConfig.Kind, "cluster.network", "dnsDomain", "podSubnets", "serviceSubnets"),
        Encryption("cluster.secretboxEncryptionSecret", "secretbox", "key2"),
        Encryption("cluster.aescbcEncryptionSecret", "aescbc", "key1"),
        Authority(KubeAPIServerCAConfig.Kind, "cluster.ca"),
        Authority(KubeAggregatorCAConfig.Kind, "cluster.aggregatorCA"),
        new(
            "cluster.acceptedCAs",
            KubeAPIServerCAConfig.Kind.Name,
            "acceptedCAs",
            static value =>
                [
                    PatchNode.Of(
                        KubeAPIServerCAConfig.Kind,
                        (
                            "acceptedCAs",
                            new ConfigList([
                                .. ((value as ConfigList)?.Items ?? [])
                                    .OfType<ConfigStruct>()
                                    .Select(static c => RegistryMoves.Pem(c["crt"]))
                                    .OfType<ConfigValue>(),
                            ])
                        )
                    ),
                ]
        ),
        new(
            "cluster.serviceAccount",
            KubeServiceAccountConfig.Kind.Name,
            "issuer.privateKey",
            static value =>
                [
                    PatchNode.Of(
                        KubeServiceAccountConfig.Kind,
                        ("issuer.privateKey", RegistryMoves.Pem((value as ConfigStruct)?["key"]))
                    ),
                ]
        ),
        .. Alike(KubeAPIServerConfig.Kind, "cluster.apiServer", "image", "extraArgs", "env", "resources"),
        To(KubeAPIServerConfig.Kind, "cluster.apiServer.certSANs", "certExtraSANs"),
        Gone("cluster.apiServer.extraVolumes", Volumes),
        Gone(
            "cluster.apiServer.disablePodSecurityPolicy",
            "remove it; Kubernetes has no pod security policies any more"
        ),
        Each(
            KubeAdmissionControlConfig.Kind,
            "cluster.apiServer.admissionControl",
            "configuration",
            static plugin => [("name", plugin["name"]), ("configuration", plugin["configuration"])]
        ),
        To(KubeAuditPolicyConfig.Kind, "cluster.apiServer.auditPolicy", "configuration"),
        Each(
            KubeAuthorizerConfig.Kind,
            "cluster.apiServer.authorizationConfig",
            "type",
            static a => [("name", a["name"]), ("type", a["type"]), ("webhook", a["webhook"])]
        ),
        .. Alike(
            KubeControllerManagerConfig.Kind,
            "cluster.controllerManager",
            "image",
            "extraArgs",
            "env",
            "resources"
        ),
        Gone("cluster.controllerManager.extraVolumes", Volumes),
        .. Alike(KubeSchedulerConfig.Kind, "cluster.scheduler", "image", "extraArgs", "env", "resources", "config"),
        Gone("cluster.scheduler.extraVolumes", Volumes),
        .. Alike(KubeProxyConfig.Kind, "cluster.proxy", "image", "mode", "extraArgs"),
        Inverted(KubeProxyConfig.Kind, "cluster.proxy.disabled"),
        To(KubeCoreDNSConfig.Kind, "cluster.coreDNS.image", "image"),
        Inverted(KubeCoreDNSConfig.Kind, "cluster.coreDNS.disabled"),
        new("cluster.discovery", DiscoveryServiceConfig.Kind.Name, "endpoint", Discovery)
        {
            Note = "remove it; discovery is on by default",
        },
        new("cluster.extraManifests", KubeExternalManifestConfig.Kind.Name, "url", Manifests),
        new("cluster.extraManifestHeaders", KubeExternalManifestConfig.Kind.Name, "headers", static _ => [])
        {
            Note = "write them as 'headers' into the documents of the manifests that need them",
        },
        Each(
            KubeInlineManifestConfig.Kind,
            "cluster.inlineManifests",
            "manifest",
            static m => [("name", m["name"]), ("manifest", m["contents"])]
        ),
        Scheduling("cluster.allowSchedulingOnMasters"),
        Scheduling("cluster.allowSchedulingOnControlPlanes"),
    ];

    private static MovedKey Authority(DocumentKind kind, string path) =>
        new(
            path,
            kind.Name,
            "issuingCA",
            value =>
                [
                    PatchNode.Of(
                        kind,
                        ("issuingCA.cert", RegistryMoves.Pem((value as ConfigStruct)?["crt"])),
                        ("issuingCA.key", RegistryMoves.Pem((value as ConfigStruct)?["key"]))
                    ),
                ]
        );

    // The names are those Talos used before, so that what is encrypted stays readable (talos.md 2.4).
    private static MovedKey Encryption(string path, string provider, string key) =>
        new(
            path,
            KubeEtcdEncryptionConfig.Kind.Name,
            "config",
            value => [PatchNode.Of(KubeEtcdEncryptionConfig.Kind, ("config", Config(provider, key, value)))]
        );

    private static ConfigMap Config(string provider, string key, ConfigValue secret) =>
        Map(
            (
                "resources",
                List(
                    Map(
                        (
                            "providers",
                            List(
                                Map(
                                    (
                                        provider,
                                        Map(("keys", List(Map(("name", new ConfigScalar(key)), ("secret", secret)))))
                                    )
                                )
                            )
                        ),
                        ("resources", List(new ConfigScalar("secrets")))
                    )
                )
            )
        );

    private static ConfigMap Map(params (string Key, ConfigValue Value)[] entries) =>
        new(entries.ToDictionary(static e => e.Key, static e => e.Value, StringComparer.Ordinal));

    private static ConfigList List(params IEnumerable<ConfigValue> items) => new([.. items]);

    // Discovery is on when its document is there; the registry in Kubernetes is gone.
    private static IEnumerable<YamlMapping> Discovery(ConfigValue value)
    {
        var discovery = value as ConfigStruct;
        var service = discovery?.Struct("registries")?.Struct("service");
        if (discovery?.Bool("enabled") == false || service?.Bool("disabled") == true)
        {
            return [PatchNode.Deleting(DiscoveryServiceConfig.Kind, "default")];
        }

        return service?.Text("endpoint") is { Length: > 0 }
            ?
            [
                PatchNode.Of(
                    DiscoveryServiceConfig.Kind,
                    ("name", new ConfigScalar("default")),
                    ("endpoint", service["endpoint"])
                ),
            ]
            : [];
    }

    private static IEnumerable<YamlMapping> Manifests(ConfigValue value) =>
        ((value as ConfigList)?.Items ?? [])
            .OfType<ConfigScalar>()
            .Select(static url =>
                PatchNode.Of(
                    KubeExternalManifestConfig.Kind,
                    ("name", new ConfigScalar(Path.GetFileNameWithoutExtension(url.Text))),
                    ("url", url)
                )
            );

    private static MovedKey Scheduling(string path) =>
        new(
            path,
            KubeNodeConfig.Kind.Name,
            "taints",
            static value =>
                (value as ConfigScalar)?.Value is true
                    ? [PatchNode.Deleting(KubeNodeConfig.Kind, "", "taints", ControlPlaneTaint)]
                    :
                    [
                        PatchNode.Of(
                            KubeNodeConfig.Kind,
                            ("taints", Map((ControlPlaneTaint, new ConfigScalar("NoSchedule"))))
                        ),
                    ]
        );
}
