using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Settings of an XFS file system.</summary>
internal static class XfsOptions
{
    public static StructType Type { get; } =
        new([Field.Optional("minAllocationGroupSize", ByteSize, "Smallest allocation group, e.g. 1GiB")]);
}
