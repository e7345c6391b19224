using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A volume that the host of a virtual machine hands in.</summary>
internal static class ExternalVolumeConfig
{
    private static readonly StructType Virtiofs = new([Field.Required("tag", Str)]);

    private static readonly StructType Mount = new([
        Field.Nullable("readOnly", Bool),
        Field.Nullable("disableAccessTime", Bool),
        Field.Nullable("secure", Bool),
        Field.Nullable("virtiofs", Virtiofs),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "ExternalVolumeConfig",
            [
                Field.Required("name", Str),
                Field.Required(
                    "filesystemType",
                    OneOf("none", "xfs", "vfat", "ext4", "iso9660", "swap", "virtiofs", "btrfs")
                ),
                Field.Optional("mount", Mount),
            ]
        );
}
