using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Features that are switched on.</summary>
internal static class MachineFeatures
{
    private static readonly StructType ApiAccess = new([
        Field.Nullable("enabled", Bool),
        Field.Optional("allowedRoles", Texts),
        Field.Optional("allowedKubernetesNamespaces", Texts),
    ]);

    private static readonly StructType KubePrism = new([Field.Nullable("enabled", Bool), Field.Optional("port", Int)]);

    private static readonly StructType HostDns = new([
        Field.Nullable("enabled", Bool),
        Field.Nullable("forwardKubeDNSToHost", Bool),
        Field.Nullable("resolveMemberNames", Bool),
    ]);

    private static readonly StructType ImageCache = new([Field.Nullable("localEnabled", Bool)]);

    public static StructType Type { get; } =
        new([
            Field.Nullable("rbac", Bool),
            Field.Nullable("stableHostname", Bool),
            Field.Nullable("kubernetesTalosAPIAccess", ApiAccess),
            Field.Nullable("apidCheckExtKeyUsage", Bool),
            Field.Nullable("diskQuotaSupport", Bool),
            Field.Nullable("kubePrism", KubePrism),
            Field.Nullable("hostDNS", HostDns),
            Field.Nullable("imageCache", ImageCache),
            Field.Optional("nodeAddressSortAlgorithm", Str),
        ]);
}
