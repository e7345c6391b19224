using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Networks of pods and services.</summary>
internal static class ClusterNetwork
{
    private static readonly StructType Flannel = new([
        Field.Optional("extraArgs", Texts),
        Field.Nullable("kubeNetworkPoliciesEnabled", Bool),
    ]);

    public static StructType Cni { get; } =
        new([Field.Optional("name", Str), Field.Optional("urls", Texts), Field.Nullable("flannel", Flannel)]);

    public static StructType Type { get; } =
        new([
            Field.Nullable("cni", Cni),
            Field.Required("dnsDomain", Str),
            Field.Required("podSubnets", Texts).Replaced(),
            Field.Required("serviceSubnets", Texts).Replaced(),
        ]);
}
