using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Partitions of a further disk.</summary>
internal static class MachineDisk
{
    private static readonly StructType Partition = new([
        Field.Optional("size", DiskSize),
        Field.Optional("mountpoint", Str),
    ]);

    public static StructType Type { get; } =
        new([Field.Optional("device", Str), Field.Optional("partitions", ListOf(Partition))]);
}
