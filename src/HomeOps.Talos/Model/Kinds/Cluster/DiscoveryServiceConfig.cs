using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A service at which the machines find each other.</summary>
internal static class DiscoveryServiceConfig
{
    public static DocumentKind Kind { get; } =
        new("DiscoveryServiceConfig", [Field.Required("name", Str), Field.Required("endpoint", Url)]) { Since = 14 };
}
