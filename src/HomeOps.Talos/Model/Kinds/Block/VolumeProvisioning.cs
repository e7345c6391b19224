using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Which disk a volume is made on, and how large.</summary>
internal static class VolumeProvisioning
{
    private static readonly StructType Selector = new([Field.Optional("match", Str)]);

    public static StructType Type { get; } =
        new([
            Field.Optional("diskSelector", Selector),
            Field.Nullable("grow", Bool),
            Field.Optional("minSize", ByteSize),
            Field.Optional("maxSize", Size),
        ]);
}
