using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Another driver for a PCI device.</summary>
internal static class PCIDriverRebindConfig
{
    public static DocumentKind Kind { get; } =
        new("PCIDriverRebindConfig", [Field.Required("name", Str), Field.Required("targetDriver", Str)]);
}
