using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>What has moved out of the main document in Talos 1.14, and where to.</summary>
internal static class Migration
{
    private static readonly (string Section, string Key, string Kind)[] Moved =
    [
        ("machine", "kubelet", "KubeletConfig"),
        ("machine", "network", "LinkConfig, ResolverConfig and HostnameConfig"),
        ("machine", "install", "UnattendedInstallConfig"),
        ("machine", "sysctls", "SysctlConfig"),
        ("machine", "sysfs", "SysfsConfig"),
        ("machine", "kernel", "KernelModuleConfig"),
        ("machine", "time", "TimeSyncConfig"),
        ("machine", "env", "EnvironmentConfig"),
        ("machine", "udev", "UdevRulesConfig"),
        ("machine", "registries", "RegistryMirrorConfig"),
        ("machine", "systemDiskEncryption", "VolumeConfig"),
        ("machine", "pods", "KubeStaticPodConfig"),
        ("machine", "nodeLabels", "KubeNodeConfig"),
        ("machine", "nodeAnnotations", "KubeNodeConfig"),
        ("machine", "nodeTaints", "KubeNodeConfig"),
        ("machine", "baseRuntimeSpecOverrides", "CRIBaseRuntimeSpecConfig"),
        ("cluster", "network", "KubeNetworkConfig"),
        ("cluster", "apiServer", "KubeAPIServerConfig"),
        ("cluster", "controllerManager", "KubeControllerManagerConfig"),
        ("cluster", "scheduler", "KubeSchedulerConfig"),
        ("cluster", "proxy", "KubeProxyConfig"),
        ("cluster", "coreDNS", "KubeCoreDNSConfig"),
        ("cluster", "discovery", "DiscoveryServiceConfig"),
        ("cluster", "controlPlane", "KubeClusterConfig"),
        ("cluster", "inlineManifests", "KubeInlineManifestConfig"),
        ("cluster", "extraManifests", "KubeExternalManifestConfig"),
    ];

    public static void Check(ConfigStruct main, string node, DiagnosticBag diagnostics)
    {
        foreach (var (section, key, kind) in Moved)
        {
            if (main.Struct(section)?[key] is { Origin: { } at })
            {
                diagnostics.Add(TalosDiagnostics.MovedKey($"{section}.{key}", kind, node, at));
            }
        }
    }
}
