using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The name server of the cluster.</summary>
internal static class KubeCoreDNSConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeCoreDNSConfig", [Field.Nullable("enabled", Bool), Field.Optional("image", Str)]) { Since = 14 };
}
