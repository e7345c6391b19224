using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The kubelet.</summary>
internal static class MachineKubelet
{
    private static readonly StructType Mapping = new([
        Field.Required("containerID", U32),
        Field.Required("hostID", U32),
        Field.Required("size", U32),
    ]);

    private static readonly StructType Mount = new([
        Field.Required("destination", Str),
        Field.Optional("type", Str),
        Field.Optional("source", Str),
        Field.Optional("options", Texts),
        Field.Optional("uidMappings", ListOf(Mapping)),
        Field.Optional("gidMappings", ListOf(Mapping)),
    ]);

    private static readonly StructType NodeIp = new([Field.Optional("validSubnets", Texts)]);

    public static StructType Type { get; } =
        new([
            Field.Optional("image", Str),
            Field.Optional("clusterDNS", Texts),
            Field.Optional("extraArgs", Args),
            Field.Optional("extraMounts", ListOf(Mount)),
            Field.Optional("extraConfig", Free),
            Field.Optional("credentialProviderConfig", Free),
            Field.Nullable("defaultRuntimeSeccompProfileEnabled", Bool),
            Field.Nullable("registerWithFQDN", Bool),
            Field.Nullable("nodeIP", NodeIp),
            Field.Nullable("skipNodeRegistration", Bool),
            Field.Nullable("disableManifestsDirectory", Bool),
        ]);
}
