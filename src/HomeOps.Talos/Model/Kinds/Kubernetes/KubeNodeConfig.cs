using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Labels, taints and address of the node.</summary>
internal static class KubeNodeConfig
{
    private static readonly StructType NodeIp = new([Field.Optional("validSubnets", Texts)]);

    public static DocumentKind Kind { get; } =
        new(
            "KubeNodeConfig",
            [
                Field.Nullable("skipNodeRegistration", Bool),
                Field.Nullable("registerWithFQDN", Bool),
                Field.Required("nodeIP", NodeIp),
                Field.Optional("labels", TextMap),
                Field.Optional("annotations", TextMap),
                Field.Optional("taints", TextMap),
            ]
        )
        {
            Since = 14,
        };
}
