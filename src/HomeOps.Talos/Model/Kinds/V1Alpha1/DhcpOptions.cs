using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How DHCP is used.</summary>
internal static class DhcpOptions
{
    public static StructType Type { get; } =
        new([
            Field.Required("routeMetric", U32),
            Field.Nullable("ipv4", Bool),
            Field.Nullable("ipv6", Bool),
            Field.Optional("duidv6", Str),
        ]);
}
