using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What every container gets beside its own settings.</summary>
internal static class CRIBaseRuntimeSpecConfig
{
    public static DocumentKind Kind { get; } =
        new("CRIBaseRuntimeSpecConfig", [Field.Optional("overrides", Free).Replaced()]) { Since = 14 };
}
