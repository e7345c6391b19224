using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The scheduler.</summary>
internal static class KubeSchedulerConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeSchedulerConfig",
            [
                Field.Nullable("enabled", Bool),
                Field.Required("image", Str),
                Field.Required("config", Free),
                Field.Optional("extraArgs", Args),
                Field.Optional("env", TextMap),
                Field.Optional("resources", Resources.Type),
            ]
        )
        {
            Since = 14,
        };
}
