using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How DHCP is used.</summary>
internal static class DhcpOptions
{
    public static StructType Type { get; } =
        new([
            Field.Required("routeMetric", U32, "Metric of the routes that DHCP brings"),
            Field.Nullable("ipv4", Bool, "Ask for an IPv4 address; true when absent"),
            Field.Nullable("ipv6", Bool, "Ask for an IPv6 address"),
            Field.Optional("duidv6", Str, "The identifier sent for IPv6"),
        ]);
}
