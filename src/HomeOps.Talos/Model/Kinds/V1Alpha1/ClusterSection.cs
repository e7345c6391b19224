using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary><c>cluster:</c>, what concerns Kubernetes.</summary>
internal static class ClusterSection
{
    private static readonly StructType ControlPlane = new([
        Field.RequiredNullable("endpoint", Url),
        Field.Optional("localAPIServerPort", Int),
    ]);

    private static readonly StructType Certificate = new([Field.Required("crt", Base64)]);

    private static readonly StructType Key = new([Field.Required("key", Base64)]);

    private static readonly StructType ControllerManager = new([
        Field.Optional("image", Str),
        Field.Optional("extraArgs", Args),
        Field.Optional("extraVolumes", ListOf(VolumeMount.Type)),
        Field.Optional("env", TextMap),
        Field.Nullable("resources", Resources.Type),
    ]);

    private static readonly StructType Proxy = new([
        Field.Nullable("disabled", Bool),
        Field.Optional("image", Str),
        Field.Optional("mode", Str),
        Field.Optional("extraArgs", Args),
    ]);

    private static readonly StructType Scheduler = new([
        Field.Optional("image", Str),
        Field.Optional("extraArgs", Args),
        Field.Optional("extraVolumes", ListOf(VolumeMount.Type)),
        Field.Optional("env", TextMap),
        Field.Nullable("resources", Resources.Type),
        Field.Optional("config", Free),
    ]);

    private static readonly StructType KubernetesRegistry = new([Field.Nullable("disabled", Bool)]);

    private static readonly StructType ServiceRegistry = new([
        Field.Nullable("disabled", Bool),
        Field.Optional("endpoint", Str),
    ]);

    private static readonly StructType Registries = new([
        Field.Required("kubernetes", KubernetesRegistry),
        Field.Required("service", ServiceRegistry),
    ]);

    private static readonly StructType Discovery = new([
        Field.Nullable("enabled", Bool),
        Field.Required("registries", Registries),
    ]);

    private static readonly StructType Etcd = new([
        Field.Optional("image", Str),
        Field.RequiredNullable("ca", PemPair.Type),
        Field.Optional("extraArgs", Args),
        Field.Optional("subnet", Str),
        Field.Optional("advertisedSubnets", Texts),
        Field.Optional("listenSubnets", Texts),
    ]);

    private static readonly StructType CoreDns = new([Field.Nullable("disabled", Bool), Field.Optional("image", Str)]);

    private static readonly StructType CloudProvider = new([
        Field.Nullable("enabled", Bool),
        Field.Optional("manifests", Texts),
    ]);

    private static readonly StructType InlineManifest = new([
        Field.Required("name", Str),
        Field.Required("contents", ManifestText),
    ]);

    private static readonly StructType Kubeconfig = new([Field.Optional("certLifetime", Duration)]);

    public static StructType Type { get; } =
        new([
            Field.Optional("id", Str),
            Field.Optional("secret", Str),
            Field.Nullable("controlPlane", ControlPlane),
            Field.Optional("clusterName", Str),
            Field.Nullable("network", ClusterNetwork.Type),
            Field.Optional("token", Str),
            Field.Optional("aescbcEncryptionSecret", Str),
            Field.Optional("secretboxEncryptionSecret", Str),
            Field.Nullable("ca", PemPair.Type),
            Field.Optional("acceptedCAs", ListOf(Certificate)),
            Field.Nullable("aggregatorCA", PemPair.Type),
            Field.Nullable("serviceAccount", Key),
            Field.Nullable("apiServer", ApiServer.Type),
            Field.Nullable("controllerManager", ControllerManager),
            Field.Nullable("proxy", Proxy),
            Field.Nullable("scheduler", Scheduler),
            Field.Nullable("discovery", Discovery),
            Field.Nullable("etcd", Etcd),
            Field.Nullable("coreDNS", CoreDns),
            Field.Nullable("externalCloudProvider", CloudProvider),
            Field.Optional("extraManifests", Texts),
            Field.Optional("extraManifestHeaders", TextMap),
            Field.Optional("inlineManifests", ListOf(InlineManifest)),
            Field.Nullable("adminKubeconfig", Kubeconfig),
            Field.Nullable("allowSchedulingOnMasters", Bool),
            Field.Nullable("allowSchedulingOnControlPlanes", Bool),
        ]);
}
