using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Picks the disk to install on.</summary>
internal static class InstallDiskSelector
{
    public static StructType Type { get; } =
        new([
            Field.Nullable("size", DiskSizeCondition),
            Field.Optional("name", Str),
            Field.Optional("model", Str),
            Field.Optional("serial", Str),
            Field.Optional("modalias", Str),
            Field.Optional("uuid", Str),
            Field.Optional("wwid", Str),
            Field.Optional("type", Str),
            Field.Optional("busPath", Str),
        ]);
}
