using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Which pods may talk to the Talos API.</summary>
internal static class KubeTalosAPIAccessConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeTalosAPIAccessConfig",
            [Field.Optional("allowedRoles", Texts), Field.Optional("allowedKubernetesNamespaces", Texts)]
        )
        {
            Since = 14,
        };
}
