using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A volume for workloads, mounted below /var/mnt.</summary>
internal static class UserVolumeConfig
{
    private static readonly StructType Filesystem = new([
        Field.Optional(
            "type",
            OneOf("none", "xfs", "vfat", "ext4", "iso9660", "swap", "virtiofs", "btrfs"),
            "File system; xfs when absent"
        ),
        Field.Nullable("projectQuotaSupport", Bool, "Switch project quotas on"),
        Field.Nullable("xfs", XfsOptions.Type, "Settings of XFS"),
    ]);

    private static readonly StructType Mount = new([
        Field.Nullable("disableAccessTime", Bool, "Do not note when files are read"),
        Field.Nullable("secure", Bool, "Mount without devices, set-uid programs and executables"),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "UserVolumeConfig",
            [
                Field.Required("name", Str, "Name; the volume is mounted at /var/mnt/NAME").Needed(),
                Field.Nullable("volumeType", OneOf("partition", "disk", "directory"), "partition when absent"),
                Field.Optional("provisioning", VolumeProvisioning.Type, "Disk and size"),
                Field.Optional("filesystem", Filesystem, "The file system"),
                Field.Optional("encryption", VolumeEncryption.Type, "How it is encrypted"),
                Field.Optional("mount", Mount, "How it is mounted"),
                Field.Nullable("trim", VolumeUpkeep.Type, "When free blocks are given back to the disk; Talos 1.14"),
                Field.Nullable("scrub", VolumeUpkeep.Type, "When the file system is checked; Talos 1.14"),
            ]
        );
}
