using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>More addresses to reach this machine of the mesh at.</summary>
internal static class KubeSpanEndpointsConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeSpanEndpointsConfig", [Field.Required("extraAnnouncedEndpoints", ListOf(IpAndPort))]);
}
