using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The authority of the cluster.</summary>
internal static class KubeAPIServerCAConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeAPIServerCAConfig",
            [Field.Nullable("issuingCA", CertificateAndKey.Type), Field.Optional("acceptedCAs", Texts)]
        )
        {
            Since = 14,
        };
}
