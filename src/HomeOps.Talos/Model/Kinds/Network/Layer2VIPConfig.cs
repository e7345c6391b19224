using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>An address shared by ARP.</summary>
internal static class Layer2VIPConfig
{
    public static DocumentKind Kind { get; } =
        new("Layer2VIPConfig", [Field.Required("name", Str), Field.Required("link", Str)]);
}
