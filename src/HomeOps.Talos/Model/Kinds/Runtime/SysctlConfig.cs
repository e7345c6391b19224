using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Kernel parameters.</summary>
internal static class SysctlConfig
{
    public static DocumentKind Kind { get; } = new("SysctlConfig", [Field.Required("params", TextMap)]) { Since = 14 };
}
