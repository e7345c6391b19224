using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A shared address in the Hetzner cloud.</summary>
internal static class HCloudVIPConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "HCloudVIPConfig",
            [Field.Required("name", Str), Field.Required("link", Str), Field.Required("apiToken", Str)]
        );
}
