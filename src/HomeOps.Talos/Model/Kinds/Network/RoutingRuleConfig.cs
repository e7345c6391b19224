using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A rule that picks the routing table.</summary>
internal static class RoutingRuleConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "RoutingRuleConfig",
            [
                Field.Required("name", Str),
                Field.Optional("src", Prefix),
                Field.Optional("dst", Prefix),
                Field.Required("table", RoutingTable),
                Field.Optional("action", OneOf("unspec", "unicast", "blackhole", "unreachable", "prohibit")),
                Field.Optional("iifName", Str),
                Field.Optional("oifName", Str),
                Field.Optional("fwMark", U32),
                Field.Optional("fwMask", U32),
            ]
        );
}
