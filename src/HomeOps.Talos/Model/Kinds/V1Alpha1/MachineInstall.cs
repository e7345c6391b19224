using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What is installed and where.</summary>
internal static class MachineInstall
{
    private static readonly StructType Extension = new([Field.Required("image", Str)]);

    public static StructType Type { get; } =
        new([
            Field.Optional("disk", Str),
            Field.Nullable("diskSelector", InstallDiskSelector.Type),
            Field.Optional("extraKernelArgs", Texts),
            Field.Optional("image", Str),
            Field.Optional("extensions", ListOf(Extension)),
            Field.Nullable("bootloader", Bool),
            Field.RequiredNullable("wipe", Bool),
            Field.Nullable("legacyBIOSSupport", Bool),
            Field.Nullable("grubUseUKICmdline", Bool),
        ]);
}
