using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Which disk a volume is made on, and how large.</summary>
internal static class VolumeProvisioning
{
    private static readonly StructType Selector = new([
        Field.Optional("match", Str, "A CEL expression, e.g. disk.transport == \"nvme\" && !system_disk"),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Optional("diskSelector", Selector, "The disk"),
            Field.Nullable("grow", Bool, "Take all space there is, up to maxSize"),
            Field.Optional("minSize", ByteSize, "At least, e.g. 10GiB"),
            Field.Optional("maxSize", Size, "At most, e.g. 100GiB or 50%; negative leaves that much free"),
        ]);
}
