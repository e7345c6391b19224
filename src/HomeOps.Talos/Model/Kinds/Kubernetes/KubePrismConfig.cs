using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The load balancer for the API on every machine.</summary>
internal static class KubePrismConfig
{
    public static DocumentKind Kind { get; } =
        new("KubePrismConfig", [Field.Required("port", Int), Field.Optional("tlsServerName", Str)]) { Since = 14 };
}
