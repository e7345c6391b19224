using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A manifest applied at first start.</summary>
internal static class KubeInlineManifestConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeInlineManifestConfig", [Field.Required("name", Str), Field.Required("manifest", Str)]) { Since = 14 };
}
