using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>An address shared by the control plane.</summary>
internal static class DeviceVip
{
    private static readonly StructType Token = new([Field.Required("apiToken", Str)]);

    public static StructType Type { get; } =
        new([Field.Optional("ip", Str), Field.Nullable("equinixMetal", Token), Field.Nullable("hcloud", Token)]);
}
