using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The WireGuard mesh between the machines.</summary>
internal static class KubeSpanConfig
{
    private static readonly StructType Filters = new([
        Field.Optional("endpoints", Texts),
        Field.Optional("excludeAdvertisedNetworks", ListOf(Prefix)),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "KubeSpanConfig",
            [
                Field.Nullable("enabled", Bool),
                Field.Nullable("advertiseKubernetesNetworks", Bool),
                Field.Nullable("allowDownPeerBypass", Bool),
                Field.Nullable("harvestExtraEndpoints", Bool),
                Field.Nullable("mtu", U32),
                Field.Nullable("filters", Filters),
            ]
        )
        {
            Since = 13,
        };
}
