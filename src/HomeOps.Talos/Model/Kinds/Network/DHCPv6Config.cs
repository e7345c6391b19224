using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>IPv6 addresses by DHCP.</summary>
internal static class DHCPv6Config
{
    public static DocumentKind Kind { get; } =
        new(
            "DHCPv6Config",
            [
                Field.Required("name", Str),
                Field.Optional("routeMetric", U32),
                Field.Nullable("ignoreHostname", Bool),
                Field.Nullable("clientIdentifier", OneOf("none", "mac", "duid")),
                Field.Optional("duidRaw", Mac),
            ]
        );
}
