using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A software switch.</summary>
internal static class BridgeConfig
{
    private static readonly StructType Stp = new([Field.Nullable("enabled", Bool)]);

    private static readonly StructType Vlan = new([Field.Nullable("filtering", Bool)]);

    public static DocumentKind Kind { get; } =
        new(
            "BridgeConfig",
            [
                Field.Required("name", Str),
                Field.Optional("hardwareAddr", Mac),
                Field.Optional("links", Texts),
                Field.Optional("stp", Stp),
                Field.Optional("vlan", Vlan),
                .. Link.Fields,
            ]
        );
}
