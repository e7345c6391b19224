using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A piece of the configuration of containerd.</summary>
internal static class CRICustomizationConfig
{
    public static DocumentKind Kind { get; } =
        new("CRICustomizationConfig", [Field.Required("name", Str), Field.Required("content", Str)]) { Since = 14 };
}
