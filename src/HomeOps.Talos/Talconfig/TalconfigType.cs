using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Talconfig;

/// <summary>The keys of talconfig.yaml (talhelper, config.go).</summary>
internal static class TalconfigType
{
    private static readonly StructType InlineManifest = new([
        Field.Required("name", Str),
        Field.Required("contents", Str),
        Field.Optional("skipEnvsubst", Bool),
    ]);

    private static readonly StructType Factory = new([
        Field.Optional("registryURL", Str),
        Field.Optional("schematicEndpoint", Str),
        Field.Optional("protocol", Str),
        Field.Optional("installerURLTmpl", Str),
        Field.Optional("ISOURLTmpl", Str),
        Field.Optional("imageURLTmpl", Str),
    ]);

    public static StructType Node { get; } =
        new([
            Field.Required("hostname", Str),
            Field.Required("ipAddress", Str),
            Field.Optional("controlPlane", Bool),
            Field.Optional("installDisk", Str),
            Field.Nullable("installDiskSelector", InstallDiskSelector.Type),
            Field.Optional("ignoreHostname", Bool),
            Field.Optional("overridePatches", Bool),
            Field.Optional("overrideExtraManifests", Bool),
            Field.Optional("overrideMachineCertSANs", Bool),
            .. NodeGroupType.Type.Fields,
        ]);

    public static StructType Type { get; } =
        new([
            Field.Required("clusterName", Str),
            Field.Optional("talosVersion", Str),
            Field.Required("kubernetesVersion", Str),
            Field.Required("endpoint", Str),
            Field.Optional("domain", Str),
            Field.Optional("allowSchedulingOnMasters", Bool),
            Field.Optional("allowSchedulingOnControlPlanes", Bool),
            Field.Optional("additionalMachineCertSans", Texts),
            Field.Optional("additionalApiServerCertSans", Texts),
            Field.Optional("inlineManifests", ListOf(InlineManifest)),
            Field.Optional("clusterPodNets", Texts),
            Field.Optional("clusterSvcNets", Texts),
            Field.Nullable("cniConfig", ClusterNetwork.Cni),
            Field.Optional("patches", Texts),
            Field.Required("nodes", ListOf(Node)),
            Field.Nullable("imageFactory", Factory),
            Field.Nullable("controlPlane", NodeGroupType.Type),
            Field.Nullable("worker", NodeGroupType.Type),
        ]);
}
