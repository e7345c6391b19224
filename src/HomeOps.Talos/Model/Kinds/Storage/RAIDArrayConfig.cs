using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Disks joined by the kernel.</summary>
internal static class RAIDArrayConfig
{
    private static readonly StructType Selector = new([Field.Optional("match", Str)]);

    private static readonly StructType Provisioning = new([Field.Required("volumeSelector", Selector)]);

    public static DocumentKind Kind { get; } =
        new(
            "RAIDArrayConfig",
            [
                Field.Required("name", Str),
                Field.Required("level", OneOf("raid1")),
                Field.Optional("metadata", OneOf("1.0", "1.2")),
                Field.Required("provisioning", Provisioning),
            ]
        )
        {
            Since = 14,
        };
}
