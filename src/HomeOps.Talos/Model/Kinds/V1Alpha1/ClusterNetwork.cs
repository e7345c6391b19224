using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Networks of pods and services.</summary>
internal static class ClusterNetwork
{
    /// <summary>The network plugins Talos can install, or be told not to.</summary>
    public static IReadOnlyList<string> Plugins { get; } = ["flannel", "custom", "none"];

    private static readonly StructType Flannel = new([
        Field.Optional("extraArgs", Texts, "Arguments of flanneld"),
        Field.Nullable("kubeNetworkPoliciesEnabled", Bool, "Install kube-network-policies beside Flannel"),
    ]);

    public static StructType Cni { get; } =
        new([
            Field.Optional("name", Str, "The network plugin; flannel when absent").OneOf(Plugins),
            Field.Optional("urls", Texts, "Manifests of a custom plugin"),
            Field.Nullable("flannel", Flannel, "Settings of Flannel"),
        ]);

    public static StructType Type { get; } =
        new([
            Field.Nullable("cni", Cni),
            Field.Required("dnsDomain", Str),
            Field.Required("podSubnets", Texts).Replaced(),
            Field.Required("serviceSubnets", Texts).Replaced(),
        ]);
}
