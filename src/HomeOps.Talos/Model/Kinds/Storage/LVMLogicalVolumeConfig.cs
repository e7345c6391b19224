using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A volume of an LVM group.</summary>
internal static class LVMLogicalVolumeConfig
{
    private static readonly StructType Provisioning = new([
        Field.Required("volumeGroup", Str),
        Field.Optional("minSize", ByteSize),
        Field.Optional("maxSize", Size),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "LVMLogicalVolumeConfig",
            [
                Field.Required("name", Str),
                Field.Required("type", OneOf("linear", "raid1", "raid0", "raid10")),
                Field.Nullable("mirrors", U32),
                Field.Nullable("stripes", U32),
                Field.Required("provisioning", Provisioning),
            ]
        )
        {
            Since = 14,
        };
}
