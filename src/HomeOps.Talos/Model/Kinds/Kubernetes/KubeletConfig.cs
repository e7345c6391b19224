using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The kubelet.</summary>
internal static class KubeletConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeletConfig",
            [
                Field.Required("image", Str),
                Field.Required("config", Free),
                Field.Optional("extraArgs", Args),
                Field.Optional("clusterDNS", Texts),
                Field.Nullable("defaultRuntimeSeccompProfileEnabled", Bool),
            ]
        )
        {
            Since = 14,
        };
}
