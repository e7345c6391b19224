using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A network interface.</summary>
internal static class Device
{
    private static readonly StructType BridgePort = new([
        Field.Optional("master", Str, "The bridge the interface belongs to"),
    ]);

    private static readonly ListType Vlans = new(DeviceVlan.Type)
    {
        IsSame = static (a, b) => (a.Number("vlanId") ?? 0) == (b.Number("vlanId") ?? 0),
    };

    public static StructType Type { get; } =
        new([
            Field.Optional("interface", Str, "Name of the interface, e.g. eth0; with a selector, the name it gets"),
            Field.Nullable(
                "deviceSelector",
                DeviceSelector.Type,
                "Picks the interface by what it is instead of by name"
            ),
            Field.Optional(
                "addresses",
                Texts,
                "Addresses with prefix length, e.g. 10.0.0.10/24; one without is taken as a single address"
            ),
            Field.Optional("cidr", Str, "One address; use addresses instead"),
            Field.Optional("routes", ListOf(DeviceRoute.Type), "Routes over the interface"),
            Field.Nullable("bond", DeviceBond.Type, "Makes the interface a bond of several"),
            Field.Nullable("bridge", DeviceBridge.Type, "Makes the interface a bridge of several"),
            Field.Nullable("bridgePort", BridgePort, "Makes the interface a port of a bridge"),
            Field.Optional("vlans", Vlans, "VLANs on the interface"),
            Field.Optional("mtu", Int, "Largest packet in bytes"),
            Field.Nullable("dhcp", Bool, "Ask a DHCP server for addresses"),
            Field.Nullable("ignore", Bool, "Leave the interface alone; not carried over to Talos 1.12 and later"),
            Field.Nullable("dummy", Bool, "Makes it an interface without hardware"),
            Field.Nullable("dhcpOptions", DhcpOptions.Type, "How DHCP is used"),
            Field.Nullable("wireguard", DeviceWireguard.Type, "Makes the interface a WireGuard tunnel"),
            Field.Nullable(
                "vip",
                DeviceVip.Type,
                "An address that the control plane shares; one of its nodes holds it at a time"
            ),
        ]);
}
