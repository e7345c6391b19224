using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What the API server records.</summary>
internal static class KubeAuditPolicyConfig
{
    public static DocumentKind Kind { get; } =
        new("KubeAuditPolicyConfig", [Field.Required("configuration", Free).Replaced()]) { Since = 14 };
}
