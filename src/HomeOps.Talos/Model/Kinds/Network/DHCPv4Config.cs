using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Addresses by DHCP.</summary>
internal static class DHCPv4Config
{
    public static DocumentKind Kind { get; } =
        new(
            "DHCPv4Config",
            [
                Field.Required("name", Str),
                Field.Optional("routeMetric", U32),
                Field.Nullable("ignoreHostname", Bool),
                Field.Nullable("ignoreRoutes", Bool),
                Field.Nullable("clientIdentifier", OneOf("none", "mac", "duid")),
                Field.Optional("duidRaw", Mac),
            ]
        );
}
