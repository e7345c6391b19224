using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What the ingress firewall does with packets no rule names.</summary>
internal static class NetworkDefaultActionConfig
{
    public static DocumentKind Kind { get; } =
        new("NetworkDefaultActionConfig", [Field.Required("ingress", OneOf("accept", "block"))]);
}
