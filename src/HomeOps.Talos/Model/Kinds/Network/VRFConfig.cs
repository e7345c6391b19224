using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A routing domain of its own.</summary>
internal static class VRFConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "VRFConfig",
            [
                Field.Required("name", Str),
                Field.Optional("hardwareAddr", Mac),
                Field.Optional("links", Texts),
                Field.Required("table", RoutingTable),
                .. Link.Fields,
            ]
        );
}
