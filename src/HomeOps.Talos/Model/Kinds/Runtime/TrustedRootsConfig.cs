using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>More certificate authorities to trust.</summary>
internal static class TrustedRootsConfig
{
    public static DocumentKind Kind { get; } =
        new("TrustedRootsConfig", [Field.Required("name", Str), Field.Required("certificates", Str)]);
}
