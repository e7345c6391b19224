using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A tagged network on a link.</summary>
internal static class VLANConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "VLANConfig",
            [
                Field.Required("name", Str),
                Field.Optional("vlanID", U16),
                Field.Nullable("vlanMode", OneOf("802.1q", "802.1ad")),
                Field.Optional("parent", Str),
                .. Link.Fields,
            ]
        );
}
