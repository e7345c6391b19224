using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A BGP speaker.</summary>
internal static class BGPInstanceConfig
{
    private static readonly StructType Import = new([
        Field.Required("bgpInstance", Str),
        Field.Required("prefixes", ListOf(Prefix)),
    ]);

    private static readonly StructType Bfd = new([
        Field.Optional("transmitInterval", Duration),
        Field.Optional("receiveInterval", Duration),
        Field.Optional("detectMultiplier", U8),
    ]);

    private static readonly StructType Neighbor = new([
        Field.Optional("address", Ip),
        Field.Optional("link", Str),
        Field.Optional("peerASN", U32),
        Field.Optional("localASN", U32),
        Field.Optional("passive", Bool),
        Field.Optional("holdTime", Duration),
        Field.Nullable("bfd", Bfd),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "BGPInstanceConfig",
            [
                Field.Required("name", Str),
                Field.Optional("vrf", Str),
                Field.Required("localASN", U32),
                Field.Optional("routerID", Ip),
                Field.Optional("routeSource", Ip),
                Field.Optional("advertise", Texts).Replaced(),
                Field.Nullable("multipath", Bool),
                Field.Optional("maxPaths", U8),
                Field.Nullable("installRoutes", Bool),
                Field.Optional("importRoutes", ListOf(Import)).Replaced(),
                Field.Optional("neighbors", ListOf(Neighbor)).Replaced(),
            ]
        )
        {
            Since = 14,
        };
}
