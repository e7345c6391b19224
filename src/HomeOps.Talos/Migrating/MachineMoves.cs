using HomeOps.Talos.Model;
using static HomeOps.Talos.Migrating.MovedKey;

namespace HomeOps.Talos.Migrating;

/// <summary>Where the keys of <c>machine</c> are, but for those of the network.</summary>
internal static class MachineMoves
{
    private static readonly string[] KubeletFields =
    [
        "image",
        "clusterDNS",
        "extraArgs",
        "defaultRuntimeSeccompProfileEnabled",
    ];

    public static IEnumerable<MovedKey> All { get; } =
    [
        .. Alike(KubeletConfig.Kind, "machine.kubelet", KubeletFields),
        To(KubeletConfig.Kind, "machine.kubelet.extraConfig", "config"),
        To(KubeCredentialProviderConfig.Kind, "machine.kubelet.credentialProviderConfig", "configuration"),
        .. Alike(KubeNodeConfig.Kind, "machine.kubelet", "registerWithFQDN", "nodeIP", "skipNodeRegistration"),
        Gone("machine.kubelet.extraMounts", "remove it; volumes below /var/mnt need none"),
        Gone("machine.kubelet.disableManifestsDirectory", "remove it; the directory is never read now"),
        To(KubeNodeConfig.Kind, "machine.nodeLabels", "labels"),
        To(KubeNodeConfig.Kind, "machine.nodeAnnotations", "annotations"),
        To(KubeNodeConfig.Kind, "machine.nodeTaints", "taints"),
        new("machine.pods", KubeStaticPodConfig.Kind.Name, "pod", Pods),
        Inverted(KubeControllerManagerConfig.Kind, "machine.controlPlane.controllerManager.disabled"),
        Inverted(KubeSchedulerConfig.Kind, "machine.controlPlane.scheduler.disabled"),
        .. InstallationMoves.All,
        new("machine.files", EtcFileConfig.Kind.Name, "", EtcFiles),
        To(EnvironmentConfig.Kind, "machine.env", "variables"),
        Inverted(TimeSyncConfig.Kind, "machine.time.disabled"),
        To(TimeSyncConfig.Kind, "machine.time.servers", "ntp.servers"),
        To(TimeSyncConfig.Kind, "machine.time.bootTimeout", "bootTimeout"),
        To(SysctlConfig.Kind, "machine.sysctls", "params"),
        To(SysfsConfig.Kind, "machine.sysfs", "params"),
        .. RegistryMoves.All,
        Volume("state"),
        Volume("ephemeral"),
        To(ResolverConfig.Kind, "machine.features.hostDNS", "hostDNS"),
        To(KubePrismConfig.Kind, "machine.features.kubePrism.port", "port"),
        new("machine.features.kubePrism.enabled", KubePrismConfig.Kind.Name, "port", Prism),
        new("machine.features.kubernetesTalosAPIAccess", KubeTalosAPIAccessConfig.Kind.Name, "allowedRoles", ApiAccess),
        To(ImageCacheConfig.Kind, "machine.features.imageCache.localEnabled", "local.enabled"),
        To(UdevRulesConfig.Kind, "machine.udev.rules", "rules"),
        Each(
            KernelModuleConfig.Kind,
            "machine.kernel.modules",
            "name",
            static m => [("name", m["name"]), ("parameters", m["parameters"])]
        ),
        To(CRIBaseRuntimeSpecConfig.Kind, "machine.baseRuntimeSpecOverrides", "overrides"),
        Gone(
            "machine.disks",
            "use 'userVolumes' in talconfig.yaml for new volumes; a volume makes partitions of its own"
        ),
    ];

    private static MovedKey Volume(string name) =>
        new(
            "machine.systemDiskEncryption." + name,
            VolumeConfig.Kind.Name,
            "encryption",
            value =>
                [
                    PatchNode.Of(
                        VolumeConfig.Kind,
                        ("name", new ConfigScalar(name.ToUpperInvariant())),
                        ("encryption", value)
                    ),
                ]
        );

    private static IEnumerable<Yaml.YamlMapping> Pods(ConfigValue value) =>
        ((value as ConfigList)?.Items ?? [])
            .OfType<ConfigMap>()
            .Select(static pod =>
                PatchNode.Of(
                    KubeStaticPodConfig.Kind,
                    (
                        "name",
                        (pod.Entries.GetValueOrDefault("metadata") as ConfigMap)?.Entries.GetValueOrDefault("name")
                    ),
                    ("pod", pod)
                )
            );

    // Where the files are that have a document: the configuration of containerd, and the rest of /etc. Others stay.
    private static IEnumerable<Yaml.YamlMapping> EtcFiles(ConfigValue value)
    {
        const string Etc = "/etc/";
        const string Cri = "/etc/cri/conf.d/";
        foreach (var file in ((value as ConfigList)?.Items ?? []).OfType<ConfigStruct>())
        {
            var path = file.Text("path");
            if (path.StartsWith(Cri, StringComparison.Ordinal))
            {
                var name = path[Cri.Length..].Replace(".part", "", StringComparison.Ordinal);
                yield return PatchNode.Of(
                    CRICustomizationConfig.Kind,
                    // 'customization' is the name of what the old file held, and taken.
                    (
                        "name",
                        new ConfigScalar(name.EndsWith("customization", StringComparison.Ordinal) ? "custom" : name)
                    ),
                    ("content", file["content"])
                );
            }
            else if (path.StartsWith(Etc, StringComparison.Ordinal))
            {
                yield return PatchNode.Of(
                    EtcFileConfig.Kind,
                    ("name", new ConfigScalar(path[Etc.Length..])),
                    ("mode", file["permissions"]),
                    ("contents", file["content"])
                );
            }
        }
    }

    // KubePrism is on when its document is there.
    private static IEnumerable<Yaml.YamlMapping> Prism(ConfigValue value) =>
        (value as ConfigScalar)?.Value is true
            ? [PatchNode.Of(KubePrismConfig.Kind, ("port", new ConfigScalar(Generating.MachineBase.KubePrismPort)))]
            : [PatchNode.Deleting(KubePrismConfig.Kind)];

    private static IEnumerable<Yaml.YamlMapping> ApiAccess(ConfigValue value) =>
        value is ConfigStruct access && access.Bool("enabled") == true
            ?
            [
                PatchNode.Of(
                    KubeTalosAPIAccessConfig.Kind,
                    ("allowedRoles", access["allowedRoles"]),
                    ("allowedKubernetesNamespaces", access["allowedKubernetesNamespaces"])
                ),
            ]
            : [];
}
