using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A manifest fetched at first start.</summary>
internal static class KubeExternalManifestConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "KubeExternalManifestConfig",
            [Field.Required("name", Str), Field.Optional("headers", TextMap), Field.Required("url", Url)]
        )
        {
            Since = 14,
        };
}
