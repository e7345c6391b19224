using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A pod that the kubelet runs on its own.</summary>
internal static class KubeStaticPodConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeStaticPodConfig", [Field.Required("name", Str), Field.Required("pod", Free).Replaced()])
        {
            Since = 14,
        };
}
