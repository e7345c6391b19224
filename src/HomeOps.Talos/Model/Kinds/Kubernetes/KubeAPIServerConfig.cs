using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The API server.</summary>
internal static class KubeAPIServerConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeAPIServerConfig",
            [
                Field.Required("image", Str),
                Field.Optional("extraArgs", Args),
                Field.Optional("env", TextMap),
                Field.Optional("resources", Resources.Type),
                Field.Nullable("apiPort", Int),
                Field.Optional("certExtraSANs", Texts),
                Field.Nullable("startupProbes", Bool),
            ]
        )
        {
            Since = 14,
        };
}
