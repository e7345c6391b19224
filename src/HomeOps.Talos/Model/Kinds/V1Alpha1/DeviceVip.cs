using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>An address shared by the control plane.</summary>
internal static class DeviceVip
{
    private static readonly StructType Token = new([
        Field.Required("apiToken", Str, "Token of the provider's API").Needed(),
    ]);

    public static StructType Type { get; } =
        new([
            Field.Optional("ip", Str, "The shared address, e.g. 10.0.0.50"),
            Field.Nullable(
                "equinixMetal",
                Token,
                "The address is one of Equinix Metal; not carried over to Talos 1.12 and later"
            ),
            Field.Nullable(
                "hcloud",
                Token,
                "The address is one of Hetzner Cloud; not carried over to Talos 1.12 and later"
            ),
        ]);
}
