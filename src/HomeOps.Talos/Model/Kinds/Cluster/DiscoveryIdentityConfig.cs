using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Identity and secret of the cluster at the discovery service.</summary>
internal static class DiscoveryIdentityConfig
{
    public static DocumentKind Kind { get; } =
        new("DiscoveryIdentityConfig", [Field.Required("clusterID", Str), Field.Required("clusterSecret", Str)])
        {
            Since = 14,
        };
}
