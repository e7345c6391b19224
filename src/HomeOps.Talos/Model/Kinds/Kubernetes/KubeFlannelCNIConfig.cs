using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The network plugin that Talos brings.</summary>
internal static class KubeFlannelCNIConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeFlannelCNIConfig",
            [
                Field.Required("backendType", Str),
                Field.Optional("backendPort", U16),
                Field.Optional("backendMTU", U32),
                Field.Optional("backendExtraConfig", Free),
                Field.Optional("resources", Resources.Type),
                Field.Optional("extraArgs", Texts),
                Field.Nullable("kubeNetworkPoliciesEnabled", Bool),
            ]
        )
        {
            Since = 14,
        };
}
