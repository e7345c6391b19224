using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary><c>machine:</c>, what concerns the machine.</summary>
internal static class MachineSection
{
    private static readonly StructType Certificate = new([Field.Required("crt", Base64)]);

    private static readonly StructType Switch = new([Field.Nullable("disabled", Bool)]);

    private static readonly StructType ControlPlane = new([
        Field.Nullable("controllerManager", Switch),
        Field.Nullable("scheduler", Switch),
    ]);

    private static readonly StructType Time = new([
        Field.Nullable("disabled", Bool),
        Field.Optional("servers", Texts),
        Field.Optional("bootTimeout", Duration),
    ]);

    private static readonly StructType SystemDisks = new([
        Field.Nullable("state", DiskEncryption.Type),
        Field.Nullable("ephemeral", DiskEncryption.Type),
    ]);

    private static readonly StructType Udev = new([Field.Optional("rules", Texts)]);

    private static readonly StructType Destination = new([
        Field.RequiredNullable("endpoint", Url),
        Field.Required("format", Str),
        Field.Optional("extraTags", TextMap),
    ]);

    private static readonly StructType Logging = new([Field.Required("destinations", ListOf(Destination))]);

    private static readonly StructType Module = new([Field.Required("name", Str), Field.Optional("parameters", Texts)]);

    private static readonly StructType Kernel = new([Field.Optional("modules", ListOf(Module))]);

    private static readonly StructType Seccomp = new([Field.Required("name", Str), Field.Required("value", Free)]);

    public static StructType Type { get; } =
        new([
            Field.Required("type", Str),
            Field.Required("token", Str),
            Field.Nullable("ca", PemPair.Type),
            Field.Optional("acceptedCAs", ListOf(Certificate)),
            Field.Required("certSANs", Texts),
            Field.Nullable("controlPlane", ControlPlane),
            Field.Nullable("kubelet", MachineKubelet.Type),
            Field.Optional("pods", ListOf(Free)),
            Field.Nullable("network", MachineNetwork.Type),
            Field.Optional("disks", ListOf(MachineDisk.Type)),
            Field.Nullable("install", MachineInstall.Type),
            Field.Optional("files", ListOf(MachineFile.Type)),
            Field.Optional("env", TextMap),
            Field.Nullable("time", Time),
            Field.Optional("sysctls", TextMap),
            Field.Optional("sysfs", TextMap),
            Field.Optional("registries", MachineRegistries.Type),
            Field.Nullable("systemDiskEncryption", SystemDisks),
            Field.Nullable("features", MachineFeatures.Type),
            Field.Nullable("udev", Udev),
            Field.Nullable("logging", Logging),
            Field.Nullable("kernel", Kernel),
            Field.Optional("seccompProfiles", ListOf(Seccomp)),
            Field.Optional("baseRuntimeSpecOverrides", Free),
            Field.Optional("nodeLabels", TextMap),
            Field.Optional("nodeAnnotations", TextMap),
            Field.Optional("nodeTaints", TextMap),
        ]);
}
