using System.Globalization;

namespace HomeOps.Talos.Generating;

/// <summary>What a Talos version expects of generated configs. Only the minor version counts.</summary>
internal readonly record struct VersionContract(int Minor)
{
    /// <summary>The newest version with a config of its own.</summary>
    public static VersionContract Newest { get; } = new(14);

    /// <summary>The oldest version that is known.</summary>
    public const int Oldest = 2;

    /// <summary>Reads <c>v1.13.9</c>, with or without <c>v</c>; null when it is no version.</summary>
    public static VersionContract? Parse(string version)
    {
        var parts = version.TrimStart('v').Split('.', 3);
        return
            parts.Length >= 2
            && parts[0] == "1"
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new VersionContract(minor)
            : null;
    }

    public bool HasStableHostnameFeature => Minor is >= 2 and < 12;
    public bool HasAuditPolicy => Minor >= 3;
    public bool HasExtKeyUsageCheck => Minor is >= 3 and < 12;
    public bool HasRbacFeature => Minor < 12;
    public bool HasSecretbox => Minor >= 3;
    public bool HasDiskQuota => Minor >= 5;
    public bool HasKubePrism => Minor >= 6;
    public bool HasHostDns => Minor >= 7;
    public bool HasRsaServiceAccount => Minor >= 7;
    public bool ForwardsDns => Minor >= 8;
    public bool NamesClusterOnWorkers => Minor >= 8;
    public bool ExcludesFromLoadBalancers => Minor >= 8;

    /// <summary>Network and registries are documents of their own.</summary>
    public bool HasNetworkDocuments => Minor >= 12;

    /// <summary>The host of the endpoint is no longer repeated in the certificate's names.</summary>
    public bool RepeatsEndpointInSans => Minor < 12;
    public bool DisablesPodSecurityPolicy => Minor < 12;
    public bool HasUkiCommandLine => Minor >= 12;
    public bool HasEmptyNetwork => Minor < 13;

    /// <summary>Kubernetes, discovery, sysctls, modules and installation are documents of their own.</summary>
    public bool HasKubernetesDocuments => Minor >= 14;
}
