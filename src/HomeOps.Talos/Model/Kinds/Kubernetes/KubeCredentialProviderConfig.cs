using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Helpers that log the kubelet in to registries.</summary>
internal static class KubeCredentialProviderConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeCredentialProviderConfig", [Field.Required("configuration", Free).Replaced()]) { Since = 14 };
}
