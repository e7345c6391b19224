using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Disks joined by LVM.</summary>
internal static class LVMVolumeGroupConfig
{
    private static readonly StructType Selector = new([Field.Optional("match", Str)]);

    private static readonly StructType Provisioning = new([Field.Optional("volumeSelector", Selector)]);

    public static DocumentKind Kind { get; } =
        new("LVMVolumeGroupConfig", [Field.Required("name", Str), Field.Required("provisioning", Provisioning)])
        {
            Since = 14,
        };
}
