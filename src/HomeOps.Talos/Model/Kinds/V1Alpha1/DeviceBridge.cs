using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A software switch.</summary>
internal static class DeviceBridge
{
    private static readonly StructType Stp = new([Field.Nullable("enabled", Bool, "Switch it on")]);

    private static readonly StructType Vlan = new([Field.Nullable("vlanFiltering", Bool, "Filter frames by VLAN")]);

    public static StructType Type { get; } =
        new([
            Field.Required("interfaces", Texts, "The members"),
            Field.Nullable("stp", Stp, "Spanning tree"),
            Field.Nullable("vlan", Vlan, "VLANs of the bridge"),
        ]);
}
