using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The controller manager.</summary>
internal static class KubeControllerManagerConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeControllerManagerConfig",
            [
                Field.Nullable("enabled", Bool),
                Field.Required("image", Str),
                Field.Optional("extraArgs", Args),
                Field.Optional("env", TextMap),
                Field.Optional("resources", Resources.Type),
            ]
        )
        {
            Since = 14,
        };
}
