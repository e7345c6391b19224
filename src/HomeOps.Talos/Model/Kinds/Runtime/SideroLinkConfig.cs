using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The link to Omni.</summary>
internal static class SideroLinkConfig
{
    public static DocumentKind Kind { get; } =
        new("SideroLinkConfig", [Field.Required("apiUrl", Url), Field.Optional("uniqueToken", Str)]);
}
