using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>kube-proxy.</summary>
internal static class KubeProxyConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeProxyConfig",
            [
                Field.Nullable("enabled", Bool),
                Field.Optional("image", Str),
                Field.Optional("mode", Str),
                Field.Required("config", Free),
                Field.Optional("extraArgs", Args),
                Field.Optional("resources", Resources.Type),
            ]
        )
        {
            Since = 14,
        };
}
