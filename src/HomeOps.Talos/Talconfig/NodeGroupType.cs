using HomeOps.Talos.Images;
using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Talconfig;

/// <summary>The keys that nodes have and that <c>controlPlane</c> and <c>worker</c> preset.</summary>
internal static class NodeGroupType
{
    /// <summary>What may be done with a machine file.</summary>
    public static IReadOnlyList<string> FileOperations { get; } = ["create", "append", "overwrite"];

    /// <summary>Processors an image is made for.</summary>
    public static IReadOnlyList<string> Architectures { get; } = ["amd64", "arm64"];

    /// <summary>What a machine is booted from.</summary>
    public static IReadOnlyList<string> BootMethods { get; } = ["iso", "disk-image", "pxe"];

    private static readonly StructType File = new([
        Field.Required("content", Str, "What is in the file, or @FILE").Needed(),
        Field.Required("permissions", Permissions, "Permissions in octal, e.g. 0o644"),
        Field.Required("path", Str, "Absolute path on the node").Needed(),
        Field.Required("op", Str, "What is done with a file that is there").Needed().OneOf(FileOperations),
        Field.Optional("skipEnvsubst", Bool, "Do not replace variables in the file"),
    ]);

    private static readonly StructType Module = new([
        Field.Required("name", Str, "Name of the module").Needed(),
        Field.Optional("parameters", Texts, "Its parameters"),
    ]);

    private static readonly StructType MachineSpec = new([
        Field.Optional("mode", Str, "The platform; metal when absent"),
        Field.Optional("arch", Str, "The processor; amd64 when absent").OneOf(Architectures),
        Field.Optional("secureboot", Bool, "Images for Secure Boot"),
        Field.Optional("useUKI", Bool, "A unified kernel image, with Secure Boot"),
        Field.Optional("bootMethod", Str, "What the machine is booted from; iso when absent").OneOf(BootMethods),
        Field.Optional("imageSuffix", Str, "Ending of the image, e.g. raw.xz"),
    ]);

    private static readonly StructType Rule = new([
        Field.Required("name", Str, "Name of the rule").Needed(),
        .. NetworkRuleConfig.Kind.Fields.Where(static f => f.Name != "name"),
    ]);

    private static readonly StructType Firewall = new([
        Field.Required("defaultAction", OneOf("accept", "block"), "What happens to packets no rule is for").Needed(),
        Field.Optional("rules", ListOf(Rule), "Ports that are open"),
    ]);

    private static readonly StructType ExtensionService = new(ExtensionServiceConfig.Kind.Fields);

    private static readonly StructType Volume = new([
        .. VolumeConfig.Kind.Fields.Where(static f => f.Name is "name" or "provisioning" or "encryption"),
    ]);

    private static readonly StructType UserVolume = new(UserVolumeConfig.Kind.Fields);

    public static StructType Type { get; } =
        new([
            Field.Optional("nodeLabels", TextMap, "Labels of the node; they take the place of those Talos sets"),
            Field.Optional("nodeAnnotations", TextMap, "Annotations of the node"),
            Field.Optional("nodeTaints", TextMap, "Taints: key to value:Effect, or Effect"),
            Field.Optional("machineDisks", ListOf(MachineDisk.Type), "Deprecated: use userVolumes"),
            Field.Optional("machineFiles", ListOf(File), "Files written at boot"),
            Field.Optional("disableSearchDomain", Bool, "Do not use the domain of the node's name as search domain"),
            Field.Optional("kernelModules", ListOf(Module), "Kernel modules to load"),
            Field.Optional("nameservers", Texts, "Addresses of DNS servers"),
            Field.Optional("networkInterfaces", ListOf(Device.Type), "Network interfaces"),
            Field.Optional("extraManifests", Texts, "Deprecated: files with more documents; use patches"),
            Field.Optional("certSANs", Texts, "More names in the certificate of the node"),
            Field.Optional("patches", Texts, "Patches, each @FILE or text"),
            Field.Optional("talosImageURL", Str, "Installer image without tag; talosVersion is added"),
            Field.Optional("noSchematicValidate", Bool, "Do not check the names of extensions and overlays"),
            Field.Nullable("schematic", SchematicType.Type, "What the installer image is made of"),
            Field.Nullable(
                "imageSchematic",
                SchematicType.Type,
                "What the image to boot from is made of, where it differs; for genurl image only"
            ),
            Field.Nullable("machineSpec", MachineSpec, "Which images the machine needs"),
            Field.Nullable("ingressFirewall", Firewall, "Who may reach the node"),
            Field.Optional("extensionServices", ListOf(ExtensionService), "Settings of services that extensions bring"),
            Field.Optional("volumes", ListOf(Volume), "Volumes of Talos itself"),
            Field.Optional("userVolumes", ListOf(UserVolume), "Volumes for workloads"),
            Field.Optional(
                "filenameTmpl",
                Str,
                "Go template of the file's name; {{ .ClusterName }}-{{ .Hostname }}.yaml when absent"
            ),
        ]);
}
