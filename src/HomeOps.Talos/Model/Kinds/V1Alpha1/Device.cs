using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A network interface.</summary>
internal static class Device
{
    private static readonly StructType BridgePort = new([Field.Optional("master", Str)]);

    private static readonly ListType Vlans = new(DeviceVlan.Type)
    {
        IsSame = static (a, b) => (a.Number("vlanId") ?? 0) == (b.Number("vlanId") ?? 0),
    };

    public static StructType Type { get; } =
        new([
            Field.Optional("interface", Str),
            Field.Nullable("deviceSelector", DeviceSelector.Type),
            Field.Optional("addresses", Texts),
            Field.Optional("cidr", Str),
            Field.Optional("routes", ListOf(DeviceRoute.Type)),
            Field.Nullable("bond", DeviceBond.Type),
            Field.Nullable("bridge", DeviceBridge.Type),
            Field.Nullable("bridgePort", BridgePort),
            Field.Optional("vlans", Vlans),
            Field.Optional("mtu", Int),
            Field.Nullable("dhcp", Bool),
            Field.Nullable("ignore", Bool),
            Field.Nullable("dummy", Bool),
            Field.Nullable("dhcpOptions", DhcpOptions.Type),
            Field.Nullable("wireguard", DeviceWireguard.Type),
            Field.Nullable("vip", DeviceVip.Type),
        ]);
}
