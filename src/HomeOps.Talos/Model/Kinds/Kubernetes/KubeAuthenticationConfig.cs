using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How the API server knows who asks.</summary>
internal static class KubeAuthenticationConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeAuthenticationConfig", [Field.Required("configuration", Free).Replaced()]) { Since = 14 };
}
