using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Kernel settings below /sys.</summary>
internal static class SysfsConfig
{
    public static DocumentKind Kind { get; } = new("SysfsConfig", [Field.Required("params", TextMap)]) { Since = 14 };
}
