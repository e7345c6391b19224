using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Networks of pods and services.</summary>
internal static class KubeNetworkConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeNetworkConfig",
            [
                Field.Required("dnsDomain", Str),
                Field.Required("podSubnets", ListOf(Prefix)).Replaced(),
                Field.Required("serviceSubnets", ListOf(Prefix)).Replaced(),
                Field.Optional("nodeCIDRMaskSizeIPv4", Int),
                Field.Optional("nodeCIDRMaskSizeIPv6", Int),
            ]
        )
        {
            Since = 14,
        };
}
