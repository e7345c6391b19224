using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Talconfig;

/// <summary>The keys of talconfig.yaml (talhelper, config.go), and one of our own.</summary>
internal static class TalconfigType
{
    /// <summary>The value of <c>patchOrder</c> for the patches of all nodes to come before those of group and node.</summary>
    public const string GroupFirst = "group-first";

    private static readonly StructType InlineManifest = new([
        Field.Required("name", Str, "Name of the manifest; each once").Needed(),
        Field.Required("contents", Str, "The manifest, or @FILE").Needed(),
        Field.Optional("skipEnvsubst", Bool, "Do not replace variables in the file"),
    ]);

    private static readonly StructType Factory = new([
        Field.Optional("registryURL", Str, "Host of the factory; factory.talos.dev when absent"),
        Field.Optional("schematicEndpoint", Str, "Path for new schematics; /schematics when absent"),
        Field.Optional("protocol", Str, "https when absent, or http"),
        Field.Optional("installerURLTmpl", Str, "Go template of the installer's address"),
        Field.Optional("ISOURLTmpl", Str, "Go template of the address of images to boot from"),
        Field.Optional("imageURLTmpl", Str, "The same, by the name that talhelper's pages give it"),
    ]);

    public static StructType Node { get; } =
        new([
            Field.Required("hostname", Str, "Name of the node").Needed(),
            Field
                .Required("ipAddress", Str, "How the Talos API of the node is reached; several are separated by commas")
                .Needed(),
            Field.Optional("controlPlane", Bool, "The node is part of the control plane"),
            Field.Optional("installDisk", Str, "The disk Talos is installed on, e.g. /dev/sda; this or a selector"),
            Field.Nullable(
                "installDiskSelector",
                InstallDiskSelector.Type,
                "Picks the disk Talos is installed on; all that is given must fit"
            ),
            Field.Optional("ignoreHostname", Bool, "Let the node find its name itself"),
            Field.Optional("overridePatches", Bool, "patches replace those of the group instead of adding to them"),
            Field.Optional("overrideExtraManifests", Bool, "extraManifests replace those of the group"),
            Field.Optional("overrideMachineCertSANs", Bool, "certSANs replace those of the group"),
            .. NodeGroupType.Type.Fields,
        ]);

    public static StructType Type { get; } =
        new([
            Field.Required("clusterName", Str, "Name of the cluster").Needed(),
            Field.Optional("talosVersion", Str, "Version of Talos, e.g. v1.13.9; the newest known when absent"),
            Field.Required("kubernetesVersion", Str, "Version of Kubernetes, e.g. v1.36.4").Needed(),
            Field.Required("endpoint", Str, "Address of the Kubernetes API, e.g. https://10.0.0.50:6443").Needed(),
            Field.Optional("domain", Str, "DNS domain of the cluster; cluster.local when absent"),
            Field.Optional("allowSchedulingOnMasters", Bool, "The older name of allowSchedulingOnControlPlanes"),
            Field.Optional("allowSchedulingOnControlPlanes", Bool, "Let workloads run on the control plane"),
            Field.Optional("additionalMachineCertSans", Texts, "Deprecated: use certSANs of a group or node"),
            Field.Optional("additionalApiServerCertSans", Texts, "More names in the certificate of the API server"),
            Field.Optional("inlineManifests", ListOf(InlineManifest), "Manifests the control plane applies at start"),
            Field.Optional("clusterPodNets", Texts, "Networks of pods; 10.244.0.0/16 when absent"),
            Field.Optional("clusterSvcNets", Texts, "Networks of services; 10.96.0.0/12 when absent"),
            Field.Nullable("cniConfig", ClusterNetwork.Cni, "The network plugin"),
            Field.Optional("patches", Texts, "Patches of all nodes, each @FILE or text; they come last and win"),
            Field.Optional(
                "patchOrder",
                OneOf("talhelper", GroupFirst),
                "group-first: the patches of all nodes come first, then those of group and node. talhelper ignores the key"
            ),
            Field.Required("nodes", ListOf(Node), "The machines").Needed(),
            Field.Nullable("imageFactory", Factory, "Where images come from"),
            Field.Nullable("controlPlane", NodeGroupType.Type, "What all nodes of the control plane have"),
            Field.Nullable("worker", NodeGroupType.Type, "What all workers have"),
        ]);
}
