using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Rules for devices.</summary>
internal static class UdevRulesConfig
{
    public static DocumentKind Kind { get; } = new("UdevRulesConfig", [Field.Optional("rules", Texts)]) { Since = 14 };
}
