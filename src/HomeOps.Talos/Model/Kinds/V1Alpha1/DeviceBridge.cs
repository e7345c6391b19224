using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A software switch.</summary>
internal static class DeviceBridge
{
    private static readonly StructType Stp = new([Field.Nullable("enabled", Bool)]);

    private static readonly StructType Vlan = new([Field.Nullable("vlanFiltering", Bool)]);

    public static StructType Type { get; } =
        new([Field.Required("interfaces", Texts), Field.Nullable("stp", Stp), Field.Nullable("vlan", Vlan)]);
}
