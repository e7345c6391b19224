using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A volume of Talos itself: EPHEMERAL, STATE, IMAGECACHE.</summary>
internal static class VolumeConfig
{
    private static readonly StructType Filesystem = new([Field.Nullable("xfs", XfsOptions.Type)]);

    private static readonly StructType Mount = new([
        Field.Nullable("secure", Bool),
        Field.Nullable("disableAccessTime", Bool),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "VolumeConfig",
            [
                Field.Required("name", Str, "EPHEMERAL, STATE or IMAGECACHE").Needed(),
                Field.Optional("provisioning", VolumeProvisioning.Type, "Disk and size"),
                Field.Optional("filesystem", Filesystem),
                Field.Optional("encryption", VolumeEncryption.Type, "How it is encrypted"),
                Field.Optional("mount", Mount),
                Field.Nullable("trim", VolumeUpkeep.Type),
                Field.Nullable("scrub", VolumeUpkeep.Type),
            ]
        );
}
