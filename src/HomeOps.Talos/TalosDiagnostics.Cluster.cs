using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic ConfigWithoutEndpoint(string node, Location? at) =>
        Error(
            "HO1570",
            $"the config of '{node}' has no 'cluster.controlPlane.endpoint'",
            at,
            "do not remove it in a patch; it is written as https://10.0.0.1:6443"
        );

    public static Diagnostic ManifestWithoutName(Location? at) =>
        Error("HO1571", "an inline manifest has no name", at, "add 'name:'");

    public static Diagnostic ManifestTwice(string name, Location? at) =>
        Error("HO1572", $"two inline manifests are called '{name}'", at, "give them different names");

    public static Diagnostic DiscoveryWithoutIdentity(string key, Location? at) =>
        Error(
            "HO1573",
            $"the discovery of the cluster's members needs '{key}'",
            at,
            "do not remove it in a patch; or switch 'cluster.discovery' off"
        );

    public static Diagnostic DiscoveryEndpoint(string endpoint, Location? at) =>
        Error(
            "HO1574",
            $"'{endpoint}' is no address of a discovery service",
            at,
            "write it as https://discovery.talos.dev/, without a path"
        );

    public static Diagnostic EtcdOnWorker(string node, Location? at) =>
        Error(
            "HO1575",
            $"'{node}' is a worker and must not have 'cluster.etcd'",
            at,
            "limit the patch to the control plane"
        );

    public static Diagnostic CloudProviderOff(Location? at) =>
        Error(
            "HO1576",
            "the external cloud provider has manifests, but is not enabled",
            at,
            "set 'enabled: true', or remove the manifests"
        );

    public static Diagnostic PluginWithFlannelSettings(string name, Location? at) =>
        Error("HO1577", $"the network plugin '{name}' takes no settings of Flannel", at, "remove 'flannel'");
}
