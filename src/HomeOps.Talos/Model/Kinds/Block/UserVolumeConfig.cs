using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A volume for workloads, mounted below /var/mnt.</summary>
internal static class UserVolumeConfig
{
    private static readonly StructType Filesystem = new([
        Field.Optional("type", OneOf("none", "xfs", "vfat", "ext4", "iso9660", "swap", "virtiofs", "btrfs")),
        Field.Nullable("projectQuotaSupport", Bool),
        Field.Nullable("xfs", XfsOptions.Type),
    ]);

    private static readonly StructType Mount = new([
        Field.Nullable("disableAccessTime", Bool),
        Field.Nullable("secure", Bool),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "UserVolumeConfig",
            [
                Field.Required("name", Str),
                Field.Nullable("volumeType", OneOf("partition", "disk", "directory")),
                Field.Optional("provisioning", VolumeProvisioning.Type),
                Field.Optional("filesystem", Filesystem),
                Field.Optional("encryption", VolumeEncryption.Type),
                Field.Optional("mount", Mount),
                Field.Nullable("trim", VolumeUpkeep.Type),
                Field.Nullable("scrub", VolumeUpkeep.Type),
            ]
        );
}
