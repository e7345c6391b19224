using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The authority of the aggregation layer.</summary>
internal static class KubeAggregatorCAConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeAggregatorCAConfig",
            [Field.Nullable("issuingCA", CertificateAndKey.Type), Field.Optional("acceptedCAs", Texts)]
        )
        {
            Since = 14,
        };
}
