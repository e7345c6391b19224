using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A tagged network on a device.</summary>
internal static class DeviceVlan
{
    public static StructType Type { get; } =
        new([
            Field.Optional("addresses", Texts),
            Field.Optional("cidr", Str),
            Field.Required("routes", ListOf(DeviceRoute.Type)),
            Field.Nullable("dhcp", Bool),
            Field.Required("vlanId", U16),
            Field.Optional("mtu", U32),
            Field.Nullable("vip", DeviceVip.Type),
            Field.Nullable("dhcpOptions", DhcpOptions.Type),
        ]);
}
