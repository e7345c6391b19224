using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>How strictly workloads are kept apart from Talos.</summary>
internal static class SecurityProfileConfig
{
    public static DocumentKind Kind { get; } =
        new("SecurityProfileConfig", [Field.Nullable("workloadIsolation", Bool)]) { Since = 14 };
}
