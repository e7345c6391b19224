using HomeOps.Talos.Images;
using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Talconfig;

/// <summary>The keys that nodes have and that <c>controlPlane</c> and <c>worker</c> preset.</summary>
internal static class NodeGroupType
{
    private static readonly StructType File = new([
        Field.Required("content", Str),
        Field.Required("permissions", Permissions),
        Field.Required("path", Str),
        Field.Required("op", Str),
        Field.Optional("skipEnvsubst", Bool),
    ]);

    private static readonly StructType Module = new([Field.Required("name", Str), Field.Optional("parameters", Texts)]);

    private static readonly StructType MachineSpec = new([
        Field.Optional("mode", Str),
        Field.Optional("arch", Str),
        Field.Optional("secureboot", Bool),
        Field.Optional("useUKI", Bool),
        Field.Optional("bootMethod", Str),
        Field.Optional("imageSuffix", Str),
    ]);

    private static readonly StructType Rule = new([
        Field.Required("name", Str),
        .. NetworkRuleConfig.Kind.Fields.Where(static f => f.Name != "name"),
    ]);

    private static readonly StructType Firewall = new([
        Field.Required("defaultAction", OneOf("accept", "block")),
        Field.Optional("rules", ListOf(Rule)),
    ]);

    private static readonly StructType ExtensionService = new(ExtensionServiceConfig.Kind.Fields);

    private static readonly StructType Volume = new([
        .. VolumeConfig.Kind.Fields.Where(static f => f.Name is "name" or "provisioning" or "encryption"),
    ]);

    private static readonly StructType UserVolume = new(UserVolumeConfig.Kind.Fields);

    public static StructType Type { get; } =
        new([
            Field.Optional("nodeLabels", TextMap),
            Field.Optional("nodeAnnotations", TextMap),
            Field.Optional("nodeTaints", TextMap),
            Field.Optional("machineDisks", ListOf(MachineDisk.Type)),
            Field.Optional("machineFiles", ListOf(File)),
            Field.Optional("disableSearchDomain", Bool),
            Field.Optional("kernelModules", ListOf(Module)),
            Field.Optional("nameservers", Texts),
            Field.Optional("networkInterfaces", ListOf(Device.Type)),
            Field.Optional("extraManifests", Texts),
            Field.Optional("certSANs", Texts),
            Field.Optional("patches", Texts),
            Field.Optional("talosImageURL", Str),
            Field.Optional("noSchematicValidate", Bool),
            Field.Nullable("schematic", SchematicType.Type),
            Field.Nullable("imageSchematic", SchematicType.Type),
            Field.Nullable("machineSpec", MachineSpec),
            Field.Nullable("ingressFirewall", Firewall),
            Field.Optional("extensionServices", ListOf(ExtensionService)),
            Field.Optional("volumes", ListOf(Volume)),
            Field.Optional("userVolumes", ListOf(UserVolume)),
            Field.Optional("filenameTmpl", Str),
        ]);
}
