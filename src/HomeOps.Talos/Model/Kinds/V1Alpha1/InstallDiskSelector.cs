using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Picks the disk to install on.</summary>
internal static class InstallDiskSelector
{
    public static StructType Type { get; } =
        new([
            Field.Nullable("size", DiskSizeCondition, "Size, e.g. <= 2TB"),
            Field.Optional("name", Str, "Name; may hold *"),
            Field.Optional("model", Str, "Model, e.g. SK hynix SC311 S*"),
            Field.Optional("serial", Str, "Serial number; may hold *"),
            Field.Optional("modalias", Str, "Modalias; may hold *"),
            Field.Optional("uuid", Str, "UUID"),
            Field.Optional("wwid", Str, "World-wide identifier; may hold *"),
            Field.Optional("type", Str, "Kind of disk: ssd, hdd, nvme or sd"),
            Field.Optional("busPath", Str, "Path of the bus; may hold *"),
        ]);
}
