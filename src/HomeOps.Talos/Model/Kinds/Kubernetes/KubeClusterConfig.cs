using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Name and address of the cluster.</summary>
internal static class KubeClusterConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeClusterConfig", [Field.Required("clusterName", Str), Field.Required("endpoint", Url)]) { Since = 14 };
}
