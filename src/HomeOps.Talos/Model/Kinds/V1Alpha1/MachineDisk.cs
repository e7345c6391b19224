using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Partitions of a further disk.</summary>
internal static class MachineDisk
{
    private static readonly StructType Partition = new([
        Field.Optional(
            "size",
            DiskSize,
            "Size, e.g. 100GB; absent for the rest of the disk, in the last partition only"
        ),
        Field.Optional("mountpoint", Str, "Where it is mounted, e.g. /var/mnt/data"),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Optional("device", Str, "The disk, e.g. /dev/sdb"),
            Field.Optional("partitions", ListOf(Partition), "Its partitions, in order"),
        ]);
}
