using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A tagged network on a device.</summary>
internal static class DeviceVlan
{
    public static StructType Type { get; } =
        new([
            Field.Optional("addresses", Texts, "Addresses with prefix length"),
            Field.Optional("cidr", Str, "One address; use addresses instead"),
            Field.Required("routes", ListOf(DeviceRoute.Type), "Routes over the VLAN"),
            Field.Nullable("dhcp", Bool, "Ask a DHCP server for addresses"),
            Field.Required("vlanId", U16, "Number of the VLAN, 1 to 4094").Needed(),
            Field.Optional("mtu", U32, "Largest packet in bytes"),
            Field.Nullable("vip", DeviceVip.Type, "An address that the control plane shares"),
            Field.Nullable("dhcpOptions", DhcpOptions.Type, "How DHCP is used"),
        ]);
}
