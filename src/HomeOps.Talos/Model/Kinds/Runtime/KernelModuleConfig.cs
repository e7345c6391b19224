using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A kernel module to load.</summary>
internal static class KernelModuleConfig
{
    public static DocumentKind Kind { get; } =
        new("KernelModuleConfig", [Field.Required("name", Str), Field.Optional("parameters", Texts)]) { Since = 14 };
}
